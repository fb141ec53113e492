import { compat } from "@callnext/protocol";
import type { App } from "../../http/core/app-types.ts";
import { afterAnswer } from "../../http/core/after-answer.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import type { Place } from "../../people/directory.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { compatAnswers } from "../compat-answers.ts";
import { DetailError } from "../detail-error.ts";
import { publicShop } from "../shop-by-ref.ts";
import { CODE_MINUTES, phoneCode } from "./phone-code.ts";
import { digitsOf, ticketsOfPhone } from "./same-phone.ts";
import { waitFirst } from "./wait-first.ts";

const HOUR_MS = 3_600_000;
/** Each costs money, and comes to somebody who may not have asked for it. */
const PER_PHONE = { most: 3, windowMs: HOUR_MS };
const PER_ADDRESS = { most: 20, windowMs: HOUR_MS };

export function codeRequest(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/queue/code",
    schema: {
      operationId: "pagePhoneCode",
      summary: "Have a code sent to the phone, for a shop that does not go by the number alone",
      description:
        "`check-status`, `leave`, `appointments/me` and `appointments/{id}` take it as `code`. The answer is the same whether anybody of this number is here or not.",
      tags: [TAGS.pages],
      security: [],
      body: compat.CodeBody,
      response: compatAnswers(200, compat.CodeAnswer),
    },
    config: { authorisation: { kind: "public", why: "what it sends goes to the phone, and is counted" } },
    async handler(request, reply) {
      const { body, ip } = request;
      const place = await publicShop(context, String(body.shop_id ?? body.business_id));
      const snapshot = await freshSnapshotOf(context, place.shopId);
      if (snapshot.state.shop.phoneAlone)
        throw new DetailError(
          409,
          "invalid-input",
          "This shop goes by the phone number alone; no code is needed",
        );
      if ((await context.messaging.sms.find(place.tenantId)) === null)
        throw new DetailError(
          409,
          "invalid-input",
          "This shop sends no codes. Use the device that checked in or booked, or the private link.",
        );
      const digits = digitsOf(body.phone);
      await countIn(context, place.shopId, digits, ip);
      afterAnswer(context, reply, "sending a code to a phone", () => send(context, place, snapshot, digits));
      return {
        message: "If this number is known here, a code is on its way to it",
        expires_in: CODE_MINUTES * 60,
      };
    },
  });
}

async function countIn({ tries }: Context, shopId: number, digits: string, ip: string): Promise<void> {
  const detail = "Too many codes were asked for; wait and try again";
  waitFirst(await tries.take(`page code:${shopId}:${digits}`, PER_PHONE), detail);
  waitFirst(await tries.take(`page code from:${ip}`, PER_ADDRESS), detail);
}

async function send(context: Context, place: Place, snapshot: ShopSnapshot, digits: string): Promise<void> {
  const phone = knownPhone(snapshot, digits);
  if (phone === null) return;
  const outcome = await context.messages.sendCode({
    ...{ tenantId: place.tenantId, shopId: place.shopId, phone },
    locale: snapshot.state.shop.locale,
    code: phoneCode(context, place.shopId, digits),
    minutes: CODE_MINUTES,
  });
  if (outcome !== "sent") context.log.info({ shopId: place.shopId, outcome }, "a code was not sent");
}

/** As its owner wrote it, whose place or appointment is here. */
function knownPhone(snapshot: ShopSnapshot, digits: string): string | null {
  const [ticket] = ticketsOfPhone(snapshot, digits);
  if (ticket !== undefined) return snapshot.people.get(ticket.id)?.phone ?? null;
  for (const { phone } of snapshot.bookers.values())
    if (phone !== null && digitsOf(phone) === digits) return phone;
  return null;
}
