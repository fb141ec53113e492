/**
 * Whether two fingerprints are of one request. Each is one hash per signing key accepted when it was made, so
 * that a request repeated around a rotation has one hash in common with itself.
 */
export function isSameRequest(kept: string, given: string): boolean {
  const hashes = new Set(kept.split(" "));
  return given.split(" ").some((hash) => hashes.has(hash));
}
