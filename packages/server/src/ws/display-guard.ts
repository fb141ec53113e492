import { mayWatchDisplay, type Viewer } from "../devices/may-watch-display.ts";
import type { ShopFeed } from "../stream/shop-feed.ts";

/** Calls `lost` as soon as a change of the display takes it away from somebody who was let in. */
export function guardDisplay(
  feed: ShopFeed,
  displayId: string,
  viewer: Viewer,
  lost: () => void,
): Disposable {
  return feed.listen(({ before, after }) => {
    if (before.state.displays.get(displayId) === after.state.displays.get(displayId)) return;
    if (!mayWatchDisplay(after, displayId, viewer)) lost();
  });
}
