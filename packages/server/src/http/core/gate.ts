import type { ProblemCode } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { type Caller, membershipsOf } from "../../people/caller.ts";
import { isNamed } from "../../people/own-tenant.ts";
import { type Action, may, type OperatorAction } from "../../people/permissions.ts";
import type { Session } from "../../people/session.ts";
import { sessionToken } from "../../people/session-token.ts";
import { isAllowedOrigin } from "../allowed-origin.ts";
import type { Access } from "./access.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { limitCaller } from "./limit-requests.ts";
import { ProblemError } from "./problem-error.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Who sends the request, if anybody known does. A cookie counts only where the request's origin may use it. */
export async function callerOf(request: FastifyRequest, context: Doorkeeper): Promise<Caller | null> {
  const found = sessionToken(request.headers, context.config);
  if (found === null || (found.via === "cookie" && !cookieCounts(request, context))) return null;
  const caller = await context.credentials.find(found);
  if (caller !== null) limitCaller(request, caller);
  return caller;
}

/** The session of the person who sends the request, if it is one. */
export async function sessionOf(request: FastifyRequest, context: Doorkeeper): Promise<Session | null> {
  const caller = await callerOf(request, context);
  return caller?.kind === "person" ? caller.session : null;
}

/**
 * Cross-site requests get no rights from a cookie: a browser says where a request comes from by `Origin`
 * (all writes, all cross-origin reads) and `Sec-Fetch-Site`; what is not a browser has no cookie to abuse.
 */
export function cookieCounts(request: FastifyRequest, context: Doorkeeper): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return isAllowedOrigin(origin, request.host, context.config);
  const site = request.headers["sec-fetch-site"];
  return SAFE.has(request.method) || site === undefined || site === "same-origin" || site === "none";
}

export async function requireCaller(request: FastifyRequest, context: Doorkeeper): Promise<Caller> {
  const caller = await callerOf(request, context);
  if (caller !== null) return caller;
  const refused =
    sessionToken(request.headers, context.config)?.via === "cookie" && !cookieCounts(request, context);
  throw new ProblemError(refused ? "origin-refused" : "unauthenticated");
}

/** API keys and devices are nobody: what is a person's own is not theirs. */
export async function requireSession(request: FastifyRequest, context: Doorkeeper): Promise<Session> {
  const caller = await requireCaller(request, context);
  if (caller.kind !== "person") throw new ProblemError("forbidden");
  return caller.session;
}

/** For routes under `/tenants/:slug`: the tenant comes from the membership, a foreign one is unknown. */
export function gate(context: Doorkeeper, action: Action): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const caller = await requireCaller(request, context);
    const { slug } = request.params as { readonly slug?: string };
    const membership = membershipsOf(caller).find(({ tenant }) => isNamed(tenant, slug));
    if (membership === undefined) throw new ProblemError(whyNoMember(caller, slug));
    if (membership.tenant.suspended) throw new ProblemError("tenant-suspended");
    if (!may(membership.role, action)) throw new ProblemError("forbidden");
    request.access = { caller, membership };
  };
}

function whyNoMember(caller: Caller, slug: string | undefined): ProblemCode {
  const awaiting = caller.kind === "person" ? caller.session.awaitingFactor : [];
  return awaiting.some(({ tenant }) => isNamed(tenant, slug)) ? "second-factor-required" : "tenant-not-found";
}

export function operatorGate(
  context: Doorkeeper,
  action: OperatorAction,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const session = await requireSession(request, context);
    if (!session.isOperator || !may("operator", action)) throw new ProblemError("forbidden");
  };
}

/** What the route's gate found. */
export function accessOf(request: FastifyRequest): Access {
  if (request.access === null) throw new Error(`${request.routeOptions.url} has no gate`);
  return request.access;
}
