import { minuteOfDay, type WallMinutes } from "../line-reading.ts";

const SLOT_MINUTES = 120;
/** With fewer waits known of these hours nothing is unusual. */
const ENOUGH = 20;
/** The newest waits count: a change of staffing is usual after some weeks. */
const MEMORY = 0.995;

/** How long people usually wait from joining, by queue and hour of the day. */
export class UsualWaits {
  readonly #slots = new Map<string, { minutes: number; waits: number }>();

  settle(queueId: string, joinedAt: WallMinutes, minutes: number): void {
    const key = this.#keyOf(queueId, joinedAt);
    const before = this.#slots.get(key) ?? { minutes: 0, waits: 0 };
    this.#slots.set(key, { minutes: before.minutes * MEMORY + minutes, waits: before.waits * MEMORY + 1 });
  }

  /** Minutes; null while too few are known. */
  at(queueId: string, moment: WallMinutes): number | null {
    const known = this.#slots.get(this.#keyOf(queueId, moment));
    return known === undefined || known.waits < ENOUGH * MEMORY ** ENOUGH
      ? null
      : known.minutes / known.waits;
  }

  #keyOf(queueId: string, at: WallMinutes): string {
    return `${queueId} ${String(Math.floor(minuteOfDay(at) / SLOT_MINUTES))}`;
  }
}
