import type { Cursor } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { Boards } from "./boards.ts";

/**
 * Where a shop's boards stand. What is told of them depends on this node's roll and on the shop's state, each of
 * which only counts up within its incarnation; so does their sum.
 */
export const boardsPlace = (boards: Boards, { epoch, state }: ShopSnapshot): Cursor => ({
  epoch: `${boards.incarnation}.${epoch}`,
  seq: boards.of(state.shop.id).seq + state.seq,
});
