/** `redis:` or `rediss:`, a host, and at most a database's number behind it. */
export function isRedisUrl(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.hostname === "" || url.search !== "" || url.hash !== "") return false;
  if (url.protocol !== "redis:" && url.protocol !== "rediss:") return false;
  return /^\/?\d{0,3}$/.test(url.pathname) && isEncoded(url.username) && isEncoded(url.password);
}

/** A `%` that begins no escape is left as it is by the URL, and can be read by nobody. */
function isEncoded(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}
