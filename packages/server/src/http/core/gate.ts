import type { FastifyRequest } from "fastify";
import { type Action, may } from "../../people/permissions.ts";
import type { Session } from "../../people/session.ts";
import { sessionToken } from "../../people/session-token.ts";
import { isAllowedOrigin } from "../allowed-origin.ts";
import type { Access } from "./access.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem-error.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** The session a request brings, if it has one. A cookie counts only where the request's origin may use it. */
export async function sessionOf(request: FastifyRequest, context: Context): Promise<Session | null> {
  const found = sessionToken(request.headers);
  if (found === null || (found.via === "cookie" && !cookieCounts(request, context))) return null;
  return await context.sessions.find(found.token);
}

/**
 * Cross-site requests get no rights from a cookie: a browser says where a request comes from by `Origin`
 * (all writes, all cross-origin reads) and `Sec-Fetch-Site`; what is not a browser has no cookie to abuse.
 */
export function cookieCounts(request: FastifyRequest, context: Context): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return isAllowedOrigin(origin, request.host, context.config);
  const site = request.headers["sec-fetch-site"];
  return SAFE.has(request.method) || site === undefined || site === "same-origin" || site === "none";
}

export async function requireSession(request: FastifyRequest, context: Context): Promise<Session> {
  const session = await sessionOf(request, context);
  if (session !== null) return session;
  const refused = sessionToken(request.headers)?.via === "cookie" && !cookieCounts(request, context);
  throw new ProblemError(refused ? "origin-refused" : "unauthenticated");
}

/** An `onRequest` hook for routes under `/tenants/:slug`: the tenant comes from the membership, a foreign one is unknown. */
export function gate(context: Context, action: Action): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const session = await requireSession(request, context);
    const { slug } = request.params as { readonly slug?: string };
    const membership = session.memberships.find(({ tenant }) => tenant.slug === slug);
    if (membership === undefined) throw new ProblemError("tenant-not-found");
    if (!may(membership.role, action)) throw new ProblemError("forbidden");
    request.access = { session, membership };
  };
}

/** What the route's gate found. */
export function accessOf(request: FastifyRequest): Access {
  if (request.access === null) throw new Error(`${request.routeOptions.url} has no gate`);
  return request.access;
}
