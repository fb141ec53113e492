import type { ShopFeed } from "./shop-feed.ts";
import type { Sight } from "./topic-authorisation.ts";
import { project, type ShopAudience } from "./topic-name.ts";
import type { ViewSource } from "./view-source.ts";

/** Ends by itself with a snapshot, as soon as the tenant is resumed. */
const SUSPENDED = { open: false, code: "tenant-suspended" } as const;

/** A shop as one audience may see it. */
export const shopSource = (
  feed: ShopFeed,
  audience: ShopAudience,
  sight: Exclude<Sight, "nothing">,
): ViewSource => ({
  get epoch() {
    return feed.current.epoch;
  },
  get seq() {
    return feed.current.state.seq;
  },
  get verifiedMsAgo() {
    return feed.verifiedMsAgo;
  },
  project: () => (feed.current.suspended ? SUSPENDED : project(audience, feed.current, sight)),
  listen: (listener) => feed.listen(listener),
});
