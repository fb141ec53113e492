import type { AppointmentDetails } from "@callnext/core";
import { compat } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { findAppointment } from "../../booking/find-appointment.ts";
import { listAppointments } from "../../booking/stored-appointments.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { compatAnswers } from "../compat-answers.ts";
import { publicShop } from "../shop-by-ref.ts";
import { provesPhone } from "../visitors/phone-code.ts";
import { digitsOf } from "../visitors/same-phone.ts";
import { appointmentOnPage } from "../wire/appointment-on-page.ts";
import { appointmentsOfPhone } from "./appointments-of-phone.ts";
import { heldAppointments } from "./held-appointments.ts";
import { BY_APPOINTMENT_OR_PHONE } from "./reached-appointment.ts";

const DAY_MS = 24 * 3_600_000;
const PAST_DAYS = 7;
const AHEAD_DAYS = 366;
const MOST = 500;

interface Mine {
  readonly found: AppointmentDetails;
  readonly snapshot: ShopSnapshot;
}

export function myAppointments(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/appointments/me",
    schema: {
      operationId: "pageMyAppointments",
      summary: "A visitor's appointments from a week ago on, by time",
      description:
        "Those that the device holds, those of all shops that go by the phone number alone and, with a code sent to the phone, those of the shop that sent it.",
      tags: [TAGS.pages],
      security: [],
      querystring: compat.OwnAppointmentsQuery,
      response: compatAnswers(200, z.array(compat.CompatAppointment)),
    },
    config: { authorisation: BY_APPOINTMENT_OR_PHONE },
    async handler(request, reply) {
      const mine = await findMine(request, context, request.query);
      const byId = new Map(mine.map((each) => [each.found.appointment.id, each]));
      void reply.header("cache-control", "no-store");
      return [...byId.values()]
        .toSorted((a, b) => a.found.appointment.start - b.found.appointment.start)
        .map(({ found, snapshot }) => appointmentOnPage(found, snapshot, "full"));
    },
  });
}

type Query = z.output<typeof compat.OwnAppointmentsQuery>;

async function findMine(request: FastifyRequest, context: Context, query: Query): Promise<readonly Mine[]> {
  const digits = query.phone_number;
  const known = [
    ...(await appointmentsOfPhone(context.db, digits, context.now())),
    ...(await heldAppointments(request, context)),
  ];
  const mine: Mine[] = [];
  const snapshots = new Map<number, ShopSnapshot>();
  for (const { id, shopId } of known) {
    const snapshot = snapshots.get(shopId) ?? (await freshSnapshotOf(context, shopId));
    snapshots.set(shopId, snapshot);
    const found = snapshot.suspended ? undefined : await findAppointment(context, snapshot, id);
    if (found !== undefined) mine.push({ found, snapshot });
  }
  const ref = query.shop_id ?? query.business_id;
  if (ref === undefined) return mine;
  const { shopId } = await publicShop(context, ref);
  const here = mine.filter(({ snapshot }) => snapshot.state.shop.id === shopId);
  return (await provesPhone(context, shopId, digits, query.code))
    ? [...here, ...(await booked(context, shopId, digits))]
    : here;
}

async function booked(context: Context, shopId: number, digits: string): Promise<readonly Mine[]> {
  const snapshot = await freshSnapshotOf(context, shopId);
  const now = context.now();
  const place = { tenantId: snapshot.tenant.id, shopId };
  const all = await listAppointments(context.db, place, {
    from: now - PAST_DAYS * DAY_MS,
    to: now + AHEAD_DAYS * DAY_MS,
    providerId: null,
    statuses: compat.APPOINTMENT_STATUSES,
    now,
    after: null,
    atMost: MOST,
  });
  const own = all.filter(({ booker }) => digitsOf(booker?.phone ?? "") === digits);
  return own.map((found) => ({ found, snapshot }));
}
