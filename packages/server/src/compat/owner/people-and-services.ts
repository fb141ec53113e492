import { compat } from "@callnext/protocol";
import { z } from "zod";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { compatAnswers } from "../compat-answers.ts";
import { NAMINGS } from "../namings.ts";
import { AtShop } from "../params.ts";
import { forStaffOfShop, placeOf } from "../staff-at-shop.ts";
import { employeesForStaff } from "../wire/employees-on-page.ts";
import { servicesOnPage } from "../wire/services-on-page.ts";

/** The earlier pages ask for barbers, later ones for employees. */
const PEOPLE = ["employees", "barbers"] as const;

export function peopleAndServices(app: App, context: Context): void {
  for (const { prefix, shops } of NAMINGS) {
    for (const word of PEOPLE) {
      app.route({
        method: "GET",
        url: `${shops}/:shopId/${word}`,
        schema: {
          operationId: `${prefix}${word === "barbers" ? "Barbers" : "Employees"}`,
          summary: "Who takes visitors in a shop, and for what",
          tags: [TAGS.pages],
          params: AtShop,
          response: compatAnswers(200, z.array(compat.CompatEmployee)),
        },
        ...forStaffOfShop(context, "serve-visitors"),
        async handler(request, reply) {
          const place = placeOf(request);
          const members = await context.staffing.list(place.tenantId);
          void reply.header("cache-control", "no-store");
          return employeesForStaff(await freshSnapshotOf(context, place.shopId), members, context.now());
        },
      });
    }
    app.route({
      method: "GET",
      url: `${shops}/:shopId/services`,
      schema: {
        operationId: `${prefix}Services`,
        summary: "What a shop offers",
        tags: [TAGS.pages],
        params: AtShop,
        response: compatAnswers(200, z.array(compat.CompatService)),
      },
      ...forStaffOfShop(context, "see-shops"),
      async handler(request) {
        const { shopId } = placeOf(request);
        return servicesOnPage((await freshSnapshotOf(context, shopId)).state);
      },
    });
  }
}
