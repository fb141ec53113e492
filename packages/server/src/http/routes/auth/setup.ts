import { authBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { slugOf } from "../../core/slug-of.ts";
import { startSession } from "./start-session.ts";

export function setup(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/setup",
    schema: {
      operationId: "setupNeeded",
      summary: "Whether this server still waits for its first administrator",
      tags: [TAGS.people],
      security: [],
      response: answers(200, authBodies.SetupNeeded),
    },
    config: { authorisation: { kind: "public", why: "whether there is an administrator yet is no secret" } },
    handler: async () => ({ needed: await context.setup.needed() }),
  });

  app.route({
    method: "POST",
    url: "/setup",
    schema: {
      operationId: "completeSetup",
      summary: "Make the first organisation and its administrator",
      description: "`code` is the one-use code that an empty server prints when it starts.",
      tags: [TAGS.people],
      security: [],
      body: authBodies.SetupBody,
      response: answers(201, authBodies.LoginAnswer, [
        "setup-code-wrong",
        "setup-code-expired",
        "setup-done",
        "slug-taken",
      ]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "inside", by: "the one-use code printed at the first start" } },
    async handler(request, reply) {
      const { body } = request;
      const outcome = await context.setup.complete({ ...body, slug: body.slug ?? slugOf(body.organisation) });
      if (typeof outcome === "string") throw new ProblemError(outcome);
      return reply.code(201).send(await startSession(context, request, reply, outcome.userId));
    },
  });
}
