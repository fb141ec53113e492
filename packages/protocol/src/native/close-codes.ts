/** Why the server ended a socket. `restarting` carries `{"retry_in_ms": n}` as its reason. */
export const CLOSE = {
  badFrame: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  notFound: 4404,
  noLiveness: 4408,
  tooSlow: 4409,
  tooMany: 4429,
  frameTooBig: 1009,
  restarting: 1012,
} as const;
