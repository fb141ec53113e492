import { z } from "zod";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { ProblemError } from "../../core/problem-error.ts";

const Status = z.object({ status: z.literal("ok") });

/** Longer than a healthy database ever takes, shorter than a balancer's patience. */
const DATABASE_ANSWERS_WITHIN_MS = 2_000;

export function health(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/healthz",
    schema: {
      operationId: "alive",
      summary: "The process lives",
      tags: [TAGS.server],
      security: [],
      response: answers(200, Status),
    },
    config: {
      rateLimit: false,
      authorisation: { kind: "public", why: "balancers ask it without credentials" },
    },
    handler: () => ({ status: "ok" as const }),
  });

  app.route({
    method: "GET",
    url: "/readyz",
    schema: {
      operationId: "ready",
      summary: "Requests are served: the database answers",
      tags: [TAGS.server],
      security: [],
      response: answers(200, Status, ["unavailable"]),
    },
    config: {
      rateLimit: false,
      authorisation: { kind: "public", why: "balancers ask it without credentials" },
    },
    async handler() {
      const answered = await context.databaseAnswers(DATABASE_ANSWERS_WITHIN_MS);
      if (!answered) throw new ProblemError("unavailable");
      return { status: "ok" as const };
    },
  });
}
