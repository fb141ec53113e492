/** The browser's storage, or null where it is forbidden: touching it then throws. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
