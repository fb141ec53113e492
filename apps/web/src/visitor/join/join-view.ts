import type { PublicView, ServiceOnWire } from "@callnext/protocol";
import type { JoinAnswer, PublicQueue, WaitRange } from "../wire.ts";

/** Why a queue takes nobody now. */
export type QueueBar = "closed" | "paused" | "full";

export interface QueueChoice {
  readonly id: string;
  readonly name: string;
  readonly services: readonly ServiceOnWire[];
  readonly waiting: number;
  /** Expected by appointment within the hour. */
  readonly booked: number;
  /** Places left after those who wait and those who are expected; null: no limit. */
  readonly left: number | null;
  /** For whoever joins now. */
  readonly wait: WaitRange | null;
  readonly longerThanUsual: boolean;
  readonly bar: QueueBar | null;
}

/** Open · outside its hours · nothing can be joined. */
export type ShopDoor = "open" | "closed" | "paused" | "full";

export interface JoinView {
  readonly queues: readonly QueueChoice[];
  readonly door: ShopDoor;
}

/** What the page offers: the live view where there is one, what the first answer said otherwise. */
export function joinView(answer: JoinAnswer, live: PublicView | null): JoinView {
  const source: readonly PublicQueue[] = live === null ? answer.queues : valuesOf(live.queues);
  const services = live === null ? answer.services : valuesOf(live.services);
  const queues = [...source]
    .sort((a, b) => a.rank - b.rank)
    .map((queue) => choiceOf(queue, services, answer));
  return { queues, door: doorOf(answer, queues) };
}

function valuesOf<T>(collection: Readonly<Record<string, T>>): readonly T[] {
  return Object.keys(collection).flatMap((key) => collection[key] ?? []);
}

function choiceOf(
  queue: PublicQueue,
  services: readonly ServiceOnWire[],
  { queues }: JoinAnswer,
): QueueChoice {
  const booked = queues.filter(({ id }) => id === queue.id)[0]?.booked_within_hour ?? 0;
  return {
    id: queue.id,
    name: queue.name,
    services: services.filter((service) => !service.archived && queue.service_ids.indexOf(service.id) >= 0),
    waiting: queue.line.length,
    booked,
    left: queue.capacity === null ? null : Math.max(0, queue.capacity - queue.line.length - booked),
    wait: queue.waits[queue.line.length] ?? queue.waits[queue.waits.length - 1] ?? null,
    longerThanUsual: queue.longer_than_usual,
    bar: barOf(queue),
  };
}

function barOf(queue: PublicQueue): QueueBar | null {
  if (queue.status !== "open") return queue.status;
  return queue.capacity !== null && queue.line.length >= queue.capacity ? "full" : null;
}

function doorOf({ shop }: JoinAnswer, queues: readonly QueueChoice[]): ShopDoor {
  if (!shop.open_now) return "closed";
  if (queues.some((queue) => queue.bar === null)) return "open";
  const bars = queues.map((queue) => queue.bar);
  if (bars.indexOf("full") >= 0) return "full";
  return bars.indexOf("paused") >= 0 ? "paused" : "closed";
}
