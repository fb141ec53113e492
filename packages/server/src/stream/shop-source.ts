import type { ShopFeed } from "./shop-feed.ts";
import { project, type ShopAudience } from "./topic-name.ts";
import type { ViewSource } from "./view-source.ts";

/** A shop as one audience may see it. */
export const shopSource = (feed: ShopFeed, audience: ShopAudience): ViewSource => ({
  get epoch() {
    return feed.current.epoch;
  },
  get seq() {
    return feed.current.state.seq;
  },
  get verifiedMsAgo() {
    return feed.verifiedMsAgo;
  },
  project: () => project(audience, feed.current),
  listen: (listener) => feed.listen(listener),
});
