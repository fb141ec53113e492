import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { may } from "../../../people/permissions.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { TAGS } from "../../core/describe-route.ts";
import { sessionOf } from "../../core/gate.ts";
import { fromThisMachine } from "../../core/from-this-machine.ts";
import { ProblemError } from "../../core/problem-error.ts";

export function metrics(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/metrics",
    schema: {
      operationId: "metrics",
      summary: "Prometheus metrics, for this machine or whoever has the token",
      tags: [TAGS.server],
      security: [],
    },
    config: {
      authorisation: { kind: "inside", by: "this machine, the metrics token, or an operator's session" },
    },
    async handler(request, reply) {
      const allowed = mayRead(request, context.config.metricsToken) || (await isOperator(request, context));
      if (!allowed) throw new ProblemError("metrics-guarded");
      const { registry } = context.metrics;
      return reply
        .header("cache-control", "no-store")
        .type(registry.contentType)
        .send(await registry.metrics());
    },
  });
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token !== null && given !== undefined) {
    const [a, b] = [Buffer.from(token), Buffer.from(given)];
    return a.length === b.length && timingSafeEqual(a, b);
  }
  return fromThisMachine(request);
}

async function isOperator(request: FastifyRequest, context: Context): Promise<boolean> {
  const session = await sessionOf(request, context);
  return session?.isOperator === true && may("operator", "see-metrics");
}
