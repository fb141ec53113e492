import { deviceBodies } from "@callnext/protocol";
import { isDeviceKey } from "../../../devices/device-key.ts";
import { sessionToken } from "../../../people/session-token.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { ownDeviceOnWire } from "../../wire/device-on-wire.ts";

export function ownDevice(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/devices/self",
    schema: {
      operationId: "ownDevice",
      summary: "What the device with this key is, and what it shows now; 401 once it was switched off",
      tags: [TAGS.devices],
      response: answers(200, deviceBodies.OwnDeviceAnswer, ["unauthenticated"]),
    },
    config: { authorisation: { kind: "inside", by: "the device's own key" } },
    async handler(request, reply) {
      const given = sessionToken(request.headers, context.config);
      const device =
        given?.via === "header" && isDeviceKey(given.token)
          ? await context.devices.credentials.find(given.token)
          : null;
      if (device === null) throw new ProblemError("unauthenticated");
      void reply.header("cache-control", "no-store");
      return { device: ownDeviceOnWire(device) };
    },
  });
}
