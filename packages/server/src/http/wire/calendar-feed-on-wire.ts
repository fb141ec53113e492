import { isoTime, isoTimeOrNull, providerName } from "@callnext/core";
import type { CalendarFeedOnWire } from "@callnext/protocol";
import type { CalendarFeed } from "../../booking/calendar-feeds.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

export function calendarFeedOnWire(feed: CalendarFeed, snapshot: ShopSnapshot): CalendarFeedOnWire {
  const provider = feed.providerId === null ? undefined : snapshot.state.providers.get(feed.providerId);
  return {
    id: feed.id,
    name: feed.name,
    shop_id: feed.shopId,
    provider_id: feed.providerId,
    provider_name: provider === undefined ? null : providerName(provider, snapshot),
    made_by: feed.madeBy,
    created_at: isoTime(feed.createdAt.getTime()),
    last_read_at: isoTimeOrNull(feed.lastReadAt?.getTime() ?? null),
  };
}
