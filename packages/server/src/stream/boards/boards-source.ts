import type { ShopFeed } from "../shop-feed.ts";
import type { ViewSource } from "../view-source.ts";
import type { BoardRoll } from "./board-roll.ts";
import type { Boards } from "./boards.ts";
import { boardsPlace } from "./boards-place.ts";
import { boardsView } from "./boards-view.ts";

/** A shop's boards as its staff may see them. They change with the roll and with the shop. */
export const boardsSource = (feed: ShopFeed, boards: Boards): ViewSource => {
  const shopId = feed.current.state.shop.id;
  const roll: BoardRoll = boards.of(shopId);
  const dropUnused = (): void =>
    roll.keepDisplays((displayId) => feed.current.state.displays.get(displayId)?.active === true);
  dropUnused();
  return {
    get epoch() {
      return boardsPlace(boards, feed.current).epoch;
    },
    get seq() {
      return boardsPlace(boards, feed.current).seq;
    },
    get verifiedMsAgo() {
      return feed.verifiedMsAgo;
    },
    project: () => ({ open: true, view: { ...boardsView(roll, feed.current.state) } }),
    listen(listener) {
      const parts = [
        roll.listen(listener),
        feed.listen(({ events }) => {
          if (events.some(({ type }) => type === "display-configured")) dropUnused();
          listener();
        }),
      ];
      return {
        [Symbol.dispose]() {
          for (const part of parts) part[Symbol.dispose]();
        },
      };
    },
  };
};
