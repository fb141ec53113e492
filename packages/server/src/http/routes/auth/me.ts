import { authBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireSession } from "../../core/gate.ts";
import { userOnWire } from "../../wire/user-on-wire.ts";

export function me(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/me",
    schema: {
      operationId: "me",
      summary: "Who is signed in",
      tags: [TAGS.people],
      response: answers(200, authBodies.MeAnswer, ["unauthenticated"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      return { user: userOnWire(await requireSession(request, context)) };
    },
  });
}
