import type { BoardClient } from "../actors/board-client.ts";
import { announcementsOf } from "../checkers/announcements-of.ts";
import type { ShopLog } from "../oracle/shop-log.ts";
import { eventually } from "../../support/eventually.ts";

/** All that was written to the boards has arrived, the last call and whatever would come twice. */
export async function settleBoards(boards: readonly BoardClient[], log: ShopLog): Promise<void> {
  const last = announcementsOf(log).at(-1)?.seq ?? 0;
  const haveArrived = (): true | undefined => boards.every(({ seq }) => seq >= last) || undefined;
  // Who has not arrived by then is named by the checker.
  await eventually({ withinMs: 15_000, what: "the boards" }, haveArrived).catch(() => undefined);
  const before = boards.map(({ pongs }) => pongs);
  for (const board of boards) board.ping();
  const haveAnswered = (): true | undefined =>
    boards.every(({ pongs }, index) => pongs > (before[index] ?? 0)) || undefined;
  await eventually({ withinMs: 10_000, what: "the boards' pongs" }, haveAnswered);
}
