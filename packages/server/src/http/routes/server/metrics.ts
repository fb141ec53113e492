import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { TAGS } from "../../core/describe-route.ts";
import { ProblemError } from "../../core/problem-error.ts";

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const FORWARDING = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "via",
];

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
    config: { rateLimit: false },
    async handler(request, reply) {
      if (!mayRead(request, context.config.metricsToken)) throw new ProblemError("metrics-guarded");
      const { registry } = context.metrics;
      return reply
        .header("cache-control", "no-store")
        .type(registry.contentType)
        .send(await registry.metrics());
    },
  });
}

/** A proxy on this machine makes strangers look local, so a request that was forwarded needs the token. */
function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token !== null && given !== undefined) {
    const [a, b] = [Buffer.from(token), Buffer.from(given)];
    return a.length === b.length && timingSafeEqual(a, b);
  }
  const forwarded = FORWARDING.some((name) => request.headers[name] !== undefined);
  return !forwarded && LOOPBACK.test(request.socket.remoteAddress ?? "");
}
