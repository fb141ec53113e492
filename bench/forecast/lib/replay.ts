import type { WaitsRow } from "./waits-row.ts";

/** Something that sees the rows in the order of time, and each row's wait once it is over. */
export interface Follower<Given> {
  see(row: WaitsRow): Given;
  settle(row: WaitsRow, given: Given): void;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An order that depends on nothing but the rows. */
const inTime = (a: WaitsRow, b: WaitsRow): number =>
  a.reading.at - b.reading.at ||
  compareText(a.reading.queue, b.reading.queue) ||
  a.reading.called - b.reading.called ||
  a.reading.waiting - b.reading.waiting ||
  a.wait - b.wait;

/** A wait becomes known at its end, and to no row of the minute in which it began. */
const endOf = ({ reading, wait }: WaitsRow): number => reading.at + Math.max(wait, 0.5);

/**
 * Walks through the rows as time passes. No row's wait is told before its end, and the row itself is shown without
 * promise of what comes: `answer` is asked at that moment. The answers are in the order of the input.
 */
export const walkForward = <Given, Answer>(
  rows: readonly WaitsRow[],
  follower: Follower<Given>,
  answer: (given: Given) => Answer,
): Answer[] => {
  const order = [...rows.entries()].toSorted(([, a], [, b]) => inTime(a, b));
  const endings = order.toSorted(([, a], [, b]) => endOf(a) - endOf(b));
  const answers: Answer[] = [];
  const open = new Map<number, Given>();
  let ended = 0;
  for (const [index, row] of order) {
    for (let next = endings[ended]; next !== undefined; next = endings[ended]) {
      const [past, pastRow] = next;
      if (endOf(pastRow) > row.reading.at) break;
      follower.settle(pastRow, open.get(past) as Given);
      open.delete(past);
      ended += 1;
    }
    const given = follower.see(row);
    open.set(index, given);
    answers[index] = answer(given);
  }
  return answers;
};
