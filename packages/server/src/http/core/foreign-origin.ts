import type { FastifyRequest } from "fastify";
import type { Context } from "./context.ts";
import { cookieCounts } from "./gate.ts";
import { ProblemError } from "./problem-error.ts";

/** An `onRequest` hook for writes that set or end a cookie: a page of another origin must not sign anybody in or out. */
export function refuseForeignOrigin(context: Context): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if (!cookieCounts(request, context)) throw new ProblemError("origin-refused");
  };
}
