/**
 * The token of a link, which comes behind the `#` so that no server log gets it. It leaves the address, the history
 * and what is shared from it, and lives on in this tab alone, also through a sign-in or a reload.
 */
export function takeToken(name: "reset" | "invitation"): string {
  const key = `callnext-${name}`;
  const linked = location.hash.slice(1);
  if (linked !== "") {
    sessionStorage.setItem(key, linked);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return sessionStorage.getItem(key) ?? "";
}

export function dropToken(name: "reset" | "invitation"): void {
  sessionStorage.removeItem(`callnext-${name}`);
}
