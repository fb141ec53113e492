import type { FastifyRequest } from "fastify";
import type { RequestLimits } from "../../limits/request-limits.ts";
import type { Caller } from "../../people/caller.ts";
import type { App } from "./app-types.ts";
import { ProblemError } from "./problem-error.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** Null where nothing is limited: in tests and benchmarks. */
    limits: RequestLimits | null;
  }
  interface FastifyContextConfig {
    /** False for what a balancer asks. */
    rateLimit?: false;
  }
}

/** Limits each address and, where a path names one, each organisation, before anything else is done for a request. */
export function limitRequests(app: App, limits: RequestLimits | null): void {
  app.decorate("limits", limits);
  if (limits === null) return;
  app.addHook("onRequest", async (request) => {
    if (request.routeOptions.config.rateLimit === false) return;
    refuseFor(limits.address(request.ip));
    const { slug } = (request.params ?? {}) as { readonly slug?: string };
    if (slug !== undefined) refuseFor(limits.tenant(slug));
  });
}

const limited = new WeakSet<FastifyRequest>();

/** Limits who asks, once for each request, however often the question who it is comes up. */
export function limitCaller(request: FastifyRequest, caller: Caller): void {
  if (limited.has(request)) return;
  limited.add(request);
  refuseFor(request.server.limits?.caller(caller) ?? 0);
}

/** Limits the slots that visitors of one address take. */
export function limitBooking(request: FastifyRequest): void {
  refuseFor(request.server.limits?.booking(request.ip) ?? 0);
}

/** Limits how often one address looks for free times. */
export function limitSearch(request: FastifyRequest): void {
  refuseFor(request.server.limits?.search(request.ip) ?? 0);
}

function refuseFor(seconds: number): void {
  if (seconds > 0)
    throw new ProblemError("too-many-requests", { retry_after: seconds }, { "retry-after": String(seconds) });
}
