import type { Ticket } from "@callnext/core";
import { compat } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { runCommand } from "../../commands/run-command.ts";
import type { App } from "../../http/core/app-types.ts";
import type { Authorisation } from "../../http/core/authorisation.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { holdsTicket } from "../../http/core/ticket-cookie.ts";
import { compatAnswers } from "../compat-answers.ts";
import { DetailError } from "../detail-error.ts";
import { publicShop } from "../shop-by-ref.ts";
import { waitingItem } from "../wire/items-on-page.ts";
import { provesPhone } from "./phone-code.ts";
import { ticketsOfPhone } from "./same-phone.ts";

const BY_PHONE: Authorisation = {
  kind: "inside",
  by: "the phone number where the shop goes by it alone, else the ticket's cookie or link, or a code sent to the phone",
};

export function ownPlace(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/queue/check-status",
    schema: {
      operationId: "pageCheckStatus",
      summary: "Where a visitor stands",
      tags: [TAGS.pages],
      security: [],
      querystring: compat.PhoneQuery,
      response: compatAnswers(200, compat.WaitingItem),
    },
    config: { authorisation: BY_PHONE },
    async handler(request, reply) {
      const { ticket, snapshot } = await placeOfPhone(request, context, request.query);
      void reply.header("cache-control", "no-store");
      return waitingItem(snapshot, ticket);
    },
  });
  app.route({
    method: "DELETE",
    url: "/queue/leave",
    schema: {
      operationId: "pageLeave",
      summary: "The visitor leaves the line",
      tags: [TAGS.pages],
      security: [],
      querystring: compat.PhoneQuery,
      response: compatAnswers(200, compat.LeaveAnswer),
    },
    config: { authorisation: BY_PHONE },
    async handler(request) {
      const { ticket, snapshot } = await placeOfPhone(request, context, request.query);
      await runCommand(context, {
        shopId: snapshot.state.shop.id,
        by: { kind: "visitor" },
        command: { type: "cancel-ticket", ticketId: ticket.id },
      });
      return { message: "Successfully left the queue", queue_entry_id: ticket.entry };
    },
  });
}

type PhoneQuery = z.output<typeof compat.PhoneQuery>;

/** Who has not shown that the place is theirs learns nothing of whether there is one. */
async function placeOfPhone(
  request: FastifyRequest,
  context: Context,
  { phone, shop_id, business_id, code }: PhoneQuery,
): Promise<{ readonly ticket: Ticket; readonly snapshot: ShopSnapshot }> {
  const { shopId } = await publicShop(context, shop_id ?? business_id ?? "");
  const snapshot = await freshSnapshotOf(context, shopId);
  const tickets = ticketsOfPhone(snapshot, phone);
  const held = tickets.find(({ id }) => holdsTicket(request, context, id));
  if (held !== undefined) return { ticket: held, snapshot };
  const proven = snapshot.state.shop.phoneAlone || (await provesPhone(context, shopId, phone, code));
  if (!proven) throw notProven();
  const [ticket] = tickets;
  if (ticket === undefined) throw new DetailError(404, "ticket-not-found", "Queue entry not found");
  return { ticket, snapshot };
}

function notProven(): DetailError {
  return new DetailError(
    403,
    "not-your-ticket",
    "This shop does not go by a phone number alone. Use the device that checked in, the ticket's own link, or a code sent to the phone.",
  );
}
