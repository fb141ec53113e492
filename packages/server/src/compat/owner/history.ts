import type { Ticket } from "@callnext/core";
import { compat } from "@callnext/protocol";
import { z } from "zod";
import { sql } from "kysely";
import type { ShopOfTenant } from "../../people/rights-in-shop.ts";
import type { Person } from "../../shops/shop-runtime.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { accessOf } from "../../http/core/gate.ts";
import { noteView } from "../../http/core/note-view.ts";
import { compatAnswers } from "../compat-answers.ts";
import { NAMINGS } from "../namings.ts";
import { AtShop } from "../params.ts";
import { forStaffOfShop, placeOf } from "../staff-at-shop.ts";
import { itemForStaff } from "../wire/items-on-page.ts";

const DAYS = 7;
const DAY_MS = 24 * 3_600_000;
const MOST = 1_000;

export function queueHistory(app: App, context: Context): void {
  for (const { prefix, shops } of NAMINGS) {
    app.route({
      method: "GET",
      url: `${shops}/:shopId/queue/history`,
      schema: {
        operationId: `${prefix}History`,
        summary: "Who was served or cancelled in the last seven days, newest first, at most 1000",
        tags: [TAGS.pages],
        params: AtShop,
        response: compatAnswers(200, z.array(compat.CompatItem)),
      },
      ...forStaffOfShop(context, "see-visitors"),
      async handler(request, reply) {
        const place = placeOf(request);
        await noteView(request, context, accessOf(request).caller, place);
        const snapshot = await freshSnapshotOf(context, place.shopId);
        const ended = await endedTickets(context, place);
        void reply.header("cache-control", "no-store");
        return ended.map(({ ticket, person }) => itemForStaff(snapshot, ticket, person));
      },
    });
  }
}

interface Ended {
  readonly ticket: Ticket;
  readonly person: Person;
}

async function endedTickets(
  { db, now }: Pick<Context, "db" | "now">,
  { tenantId, shopId }: ShopOfTenant,
): Promise<readonly Ended[]> {
  const since = new Date(now() - DAYS * DAY_MS);
  const rows = await inTenant(db, tenantId, (trx) =>
    trx
      .selectFrom("tickets as t")
      .leftJoin("visitors as v", "v.ticket_id", "t.id")
      .select(["t.body", "v.full_name", "v.phone", "v.email"])
      .where("t.shop_id", "=", shopId)
      .where("t.joined_at", ">=", since)
      .where("t.status", "in", ["completed", "cancelled", "no_show"])
      .orderBy(sql`t.ended_at`, "desc")
      .limit(MOST)
      .execute(),
  );
  return rows.map(({ body, full_name: fullName, phone, email }) => ({
    ticket: body,
    person: { fullName, phone, email },
  }));
}
