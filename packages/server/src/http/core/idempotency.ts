import type { FastifyRequest } from "fastify";
import { canonicalJson } from "../../audit/canonical-json.ts";
import type { IdempotencyClaim } from "../../shops/shop-runtime.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem-error.ts";

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The claim a request's `Idempotency-Key` makes, scoped to who asks and to the route with its ids. */
export function idempotencyClaim(
  request: FastifyRequest,
  { fingerprint }: Pick<Context, "fingerprint">,
  actor: string,
): IdempotencyClaim | undefined {
  const header = request.headers["idempotency-key"];
  if (header === undefined) return undefined;
  const key = Array.isArray(header) ? header.join(",") : header;
  if (!KEY.test(key)) throw new ProblemError("bad-idempotency-key");
  const { slug: _slug, ...ids } = (request.params ?? {}) as Readonly<Record<string, unknown>>;
  const target = canonicalJson(ids);
  return {
    key,
    actor,
    route: `${request.method} ${request.routeOptions.url ?? ""}`,
    bodyHash: fingerprint(`${target}\n${canonicalJson(request.body)}`),
  };
}
