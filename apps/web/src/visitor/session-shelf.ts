/** What lives as long as this tab, or null where it is forbidden: touching it then throws. */
export function sessionShelf(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
