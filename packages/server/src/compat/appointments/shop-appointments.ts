import type { AppointmentStatus } from "@callnext/core";
import { compat } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { listAppointments } from "../../booking/stored-appointments.ts";
import type { Place } from "../../people/directory.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { compatAnswers } from "../compat-answers.ts";
import { NAMINGS } from "../namings.ts";
import { AtShop } from "../params.ts";
import { seesVisitors } from "../sees-visitors.ts";
import { publicShop } from "../shop-by-ref.ts";
import { forStaffOfShop, placeOf } from "../staff-at-shop.ts";
import { appointmentOnPage } from "../wire/appointment-on-page.ts";
import { providerOf } from "./wanted-slot.ts";

const DAY_MS = 24 * 3_600_000;
const PAST_DAYS = 7;
const AHEAD_DAYS = 366;
const MOST = 500;

type Query = z.output<typeof compat.ShopAppointmentsQuery>;

export function shopAppointments(app: App, context: Context): void {
  for (const { prefix, shops, shopParam } of NAMINGS) {
    app.route({
      method: "GET",
      url: `/appointments/${shopParam}/:shopId/appointments`,
      schema: {
        operationId: `${prefix}Appointments`,
        summary: "A shop's appointments from a week ago on, by time, at most 500",
        description: "Names are masked, and phone numbers left out, for those who are not its staff.",
        tags: [TAGS.pages],
        security: [],
        params: AtShop,
        querystring: compat.ShopAppointmentsQuery,
        response: compatAnswers(200, z.array(compat.CompatAppointment)),
      },
      config: { authorisation: { kind: "public", why: "the same as on the shop's public socket" } },
      async handler(request, reply) {
        const place = await publicShop(context, request.params.shopId);
        void reply.header("cache-control", "no-store");
        return await list(request, context, place, request.query);
      },
    });
    app.route({
      method: "GET",
      url: `${shops}/:shopId/appointments`,
      schema: {
        operationId: `${prefix}OwnerAppointments`,
        summary: "The same, for the shop's people",
        tags: [TAGS.pages],
        params: AtShop,
        querystring: compat.ShopAppointmentsQuery,
        response: compatAnswers(200, z.array(compat.CompatAppointment)),
      },
      ...forStaffOfShop(context, "see-appointments"),
      async handler(request, reply) {
        const place = placeOf(request);
        void reply.header("cache-control", "no-store");
        return await list(request, context, place, request.query);
      },
    });
  }
}

async function list(
  request: FastifyRequest,
  context: Context,
  place: Place,
  { status, barber_id, employee_id }: Query,
): Promise<compat.CompatAppointment[]> {
  const sight = (await seesVisitors(request, context, place)) ? "full" : "masked";
  const snapshot = await freshSnapshotOf(context, place.shopId);
  const now = context.now();
  const statuses: readonly AppointmentStatus[] =
    status === undefined ? compat.APPOINTMENT_STATUSES : [status];
  const found = await listAppointments(context.db, place, {
    from: now - PAST_DAYS * DAY_MS,
    to: now + AHEAD_DAYS * DAY_MS,
    providerId: providerOf(snapshot.state, barber_id ?? employee_id ?? null),
    statuses,
    now,
    after: null,
    atMost: MOST,
  });
  return found.map((each) => appointmentOnPage(each, snapshot, sight));
}
