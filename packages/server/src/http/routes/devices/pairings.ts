import { deviceBodies } from "@callnext/protocol";
import { z } from "zod";
import { groupedCode } from "../../../devices/pairing-code.ts";
import { POLL_SECONDS } from "../../../devices/pairing-limits.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { addressed } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { ownDeviceOnWire } from "../../wire/device-on-wire.ts";

/** What a screen asks that is nobody's yet. */
export function pairings(app: App, context: Context): void {
  open(app, context);
  takeKey(app, context);
}

function open(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/devices/pairings",
    schema: {
      operationId: "openPairing",
      summary: "A new screen asks for a code that a manager will enter in the console",
      tags: [TAGS.devices],
      security: [],
      response: answers(201, deviceBodies.PairingAnswer, ["too-many-requests", "too-many-pairings"]),
    },
    config: {
      authorisation: { kind: "public", why: "a new screen is nobody yet; codes are few and short-lived" },
    },
    async handler(request, reply) {
      const { devices, config } = context;
      const seconds = config.rateLimits ? devices.guard.askedForCode(request.ip) : 0;
      if (seconds > 0) throw waitFor("too-many-requests", seconds);
      const opened = await devices.pairings.open();
      if (opened === null) throw new ProblemError("too-many-pairings");
      const { pairingId, code, secret, expiresInSeconds } = opened;
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({
          pairing_id: pairingId,
          code: groupedCode(code),
          secret,
          expires_in: expiresInSeconds,
          poll_every: POLL_SECONDS,
        });
    },
  });
}

function takeKey(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/devices/pairings/:pairingId/key",
    schema: {
      operationId: "takeDeviceKey",
      summary:
        "Whether the code was entered; the first answer after that holds the device's key, and no later one",
      tags: [TAGS.devices],
      security: [],
      params: z.object({ pairingId: addressed }),
      body: deviceBodies.TakeKeyBody,
      response: answers(200, deviceBodies.TakeKeyAnswer, [
        "pairing-unknown",
        "pairing-expired",
        "pairing-used",
      ]),
    },
    config: { authorisation: { kind: "inside", by: "the secret that was given with the code" } },
    async handler(request, reply) {
      const taken = await context.devices.pairings.take(request.params.pairingId, request.body.secret);
      void reply.header("cache-control", "no-store");
      switch (taken.kind) {
        case "waiting":
          return { status: "waiting" as const, expires_in: taken.expiresInSeconds };
        case "paired":
          return { status: "paired" as const, key: taken.key, device: ownDeviceOnWire(taken.device) };
        default:
          throw new ProblemError(taken.kind);
      }
    },
  });
}

function waitFor(code: "too-many-requests", seconds: number): ProblemError {
  return new ProblemError(code, { retry_after: seconds }, { "retry-after": String(seconds) });
}
