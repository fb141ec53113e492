import { waitingList } from "@callnext/protocol";
import { waitingPath } from "../../../waiting-list/waiting-path.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { limitBooking } from "../../core/limit-requests.ts";
import { PublicShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { giveWaitingCookie } from "../../core/waiting-cookie.ts";
import { shopOf } from "../../../shops/shop-of.ts";
import { ownWaitingAnswer } from "../../wire/own-waiting-answer.ts";
import { bookableShop } from "../booking/bookable-shop.ts";
import { waitingWish } from "./waiting-wish.ts";

const DAY_MS = 24 * 3_600_000;

export function joinWaiting(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/shops/:shopSlug/waiting-list/",
    schema: {
      operationId: "joinWaitingList",
      summary: "A visitor waits for a time to come free",
      description:
        "A time that comes free is kept for the first whom it fits, for as long as the shop's `offer_minutes`, and a message tells them. Only the entry's private link or its cookie lets the visitor see and answer it.",
      tags: [TAGS.visitors],
      security: [],
      params: PublicShop,
      body: waitingList.JoinWaitingBody,
      response: answers(201, waitingList.JoinWaitingAnswer, [
        "shop-not-found",
        "service-not-found",
        "provider-not-found",
        "booking-closed",
        "waiting-too-far",
        "waiting-list-full",
        "too-many-requests",
        "tenant-suspended",
      ]),
    },
    config: { authorisation: { kind: "public", why: "visitors book without an account" } },
    async handler(request, reply) {
      limitBooking(request);
      const snapshot = await bookableShop(context, request.params.shopSlug);
      const wish = waitingWish(snapshot.state, request.body, context.now());
      const shop = shopOf(snapshot);
      const id = context.newId();
      if ((await context.waitingBook.join(shop, id, wish)) === "full")
        throw new ProblemError("waiting-list-full");
      const entry = await context.waitingBook.find(shop.tenantId, id);
      if (entry === undefined) throw new ProblemError("waiting-not-found");
      giveWaitingCookie(context, reply, id, Date.parse(wish.until) + 2 * DAY_MS);
      return reply.code(201).send({
        ...(await ownWaitingAnswer(context, { entry, snapshot })),
        waiting_url: waitingPath(context, id),
        waiting_key: context.waitingKeys.of(id),
      });
    },
  });
}
