/** What this browser remembers. A blocked or full storage forgets, and nothing else happens. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`callnext.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`callnext.${key}`);
    else localStorage.setItem(`callnext.${key}`, value);
  } catch {
    // Private windows refuse storage: the choice then lasts as long as the page.
  }
}
