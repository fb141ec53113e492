import type { FastifyRequest } from "fastify";
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
  const target = stableText(ids);
  return {
    key,
    actor,
    route: `${request.method} ${request.routeOptions.url ?? ""}`,
    bodyHash: fingerprint(`${target}\n${stableText(request.body)}`),
  };
}

/** JSON with sorted keys: the same body in another order is the same body. */
function stableText(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
