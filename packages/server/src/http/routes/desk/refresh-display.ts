import { admin } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantDisplay } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { displayAnswer } from "../../wire/display-answer.ts";

export function refreshDisplay(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/displays/:displayId/refresh",
    schema: {
      operationId: "refreshDisplay",
      summary: "Make a board fetch everything anew",
      tags: [TAGS.desk],
      params: TenantDisplay,
      response: answers(200, admin.DisplayAnswer, ["display-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "refresh-display" } },
    async handler(request) {
      const { displayId } = request.params;
      const { shopId } = await staffPlace(request, context, "display", displayId);
      const done = await staffCommand(request, context, shopId, { type: "refresh-display", displayId });
      return displayAnswer(done, displayId);
    },
  });
}
