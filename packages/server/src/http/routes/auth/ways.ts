import { factorBodies } from "@callnext/protocol";
import { passkeyPlace } from "../../../people/factors/passkey-place.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";

export function ways(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/ways",
    schema: {
      operationId: "signInWays",
      summary: "How one can sign in here, beside address and password",
      tags: [TAGS.people],
      security: [],
      response: answers(200, factorBodies.WaysAnswer),
    },
    config: { authorisation: { kind: "public", why: "the sign-in page asks before anybody is known" } },
    handler: async (request) => ({
      passkeys: passkeyPlace(context.config, request.host) !== null,
      oidc: context.config.oidc === null ? null : { name: context.config.oidc.name },
    }),
  });
}
