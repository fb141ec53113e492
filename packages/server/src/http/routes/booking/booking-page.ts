import {
  addDays,
  localTime,
  type Provider,
  type Service,
  type ShopState,
  USUAL_BOOKING_RULES,
  providerName,
} from "@callnext/core";
import { booking } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { PublicShop } from "../../core/params.ts";
import { bookableShopOnWire } from "../../wire/bookable-shop-on-wire.ts";
import { bookingRulesOnWire } from "../../wire/booking-rules-on-wire.ts";
import { bookableShop } from "./bookable-shop.ts";

export function bookingPage(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/shops/:shopSlug/booking/",
    schema: {
      operationId: "bookingPage",
      summary: "A shop as somebody sees it who may book: its services, whom to book with, and the rules",
      tags: [TAGS.visitors],
      security: [],
      params: PublicShop,
      response: answers(200, booking.BookingPage, ["shop-not-found", "tenant-suspended"]),
    },
    config: { authorisation: { kind: "public", why: "what the booking page shows" } },
    async handler(request) {
      const snapshot = await bookableShop(context, request.params.shopSlug);
      const { state, tenant, epoch } = snapshot;
      const services = [...state.services.values()].filter(isBookable);
      const providers = [...state.providers.values()]
        .filter(({ archived }) => !archived)
        .toSorted((a, b) => a.rank - b.rank)
        .map((provider) => ({
          id: provider.id,
          name: providerName(provider, snapshot),
          is_person: provider.staffId !== null,
          service_ids: offered(provider, services),
        }))
        .filter(({ service_ids: ids }) => ids.length > 0);
      const offeredIds = new Set(providers.flatMap(({ service_ids: ids }) => ids));
      return {
        tenant: { slug: tenant.slug, name: tenant.name, locale: tenant.locale },
        shop: bookableShopOnWire(state.shop),
        services: services
          .filter(({ id }) => offeredIds.has(id))
          .map(({ id, name, durationMinutes }) => ({ id, name, duration_minutes: durationMinutes })),
        providers,
        rules: bookingRulesOnWire(state.shop.booking),
        ...days(state, context.now()),
        seq: state.seq,
        epoch,
      };
    },
  });
}

function isBookable({ archived, bookable }: Service): boolean {
  return !archived && bookable !== false;
}

function offered({ serviceIds }: Provider, services: readonly Service[]): number[] {
  const ids = services.map(({ id }) => id);
  return serviceIds.length === 0 ? ids : ids.filter((id) => serviceIds.includes(id));
}

/** Today at the shop, and what is special from then to the end of the horizon. */
function days({ shop }: ShopState, now: number) {
  const { horizonDays } = shop.booking ?? USUAL_BOOKING_RULES;
  const today = localTime(now, shop.timeZone).date;
  const last = addDays(today, horizonDays);
  const special = (shop.specialDays ?? []).filter(({ date }) => today <= date && date <= last);
  return {
    today,
    special_days: special.map(({ date, label, periods }) => ({ date, label, closed: periods.length === 0 })),
  };
}
