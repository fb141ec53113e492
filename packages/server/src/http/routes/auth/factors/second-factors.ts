import { factorBodies } from "@callnext/protocol";
import { passkeyPlace } from "../../../../people/factors/passkey-place.ts";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { answers, TAGS } from "../../../core/describe-route.ts";
import { requireSession } from "../../../core/gate.ts";
import { passkeyOnWire } from "./passkey-on-wire.ts";

export function secondFactors(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/second-factors",
    schema: {
      operationId: "listSecondFactors",
      summary: "What this account has beside its password",
      tags: [TAGS.people],
      response: answers(200, factorBodies.FactorsAnswer, ["unauthenticated"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const { userId, awaitingFactor } = await requireSession(request, context);
      const { totp, passkeys, recovery } = context.factors;
      return {
        totp_since: (await totp.since(userId))?.toISOString() ?? null,
        passkeys: (await passkeys.list(userId)).map(passkeyOnWire),
        passkeys_available: passkeyPlace(context.config, request.host) !== null,
        recovery_codes_left: await recovery.left(userId),
        required: awaitingFactor.length > 0,
      };
    },
  });
}
