import {
  type Command,
  decide,
  emptyShop,
  fold,
  type OpeningHours,
  type Priority,
  type ShopEvent,
  type ShopState,
} from "@callnext/core";
import type { Scenario } from "./scenario.ts";

const QUEUE = "line";
const MINUTE_MS = 60_000;
const ALL_DAY = [{ opens: "00:00", closes: "24:00" }] as const;
const ALWAYS: OpeningHours = {
  monday: ALL_DAY,
  tuesday: ALL_DAY,
  wednesday: ALL_DAY,
  thursday: ALL_DAY,
  friday: ALL_DAY,
  saturday: ALL_DAY,
  sunday: ALL_DAY,
};

/** Is told of each event, with the state before and after it. */
export type Watch = (event: ShopEvent, before: ShopState, after: ShopState) => void;

/** One queue of one shop, run by the real rules: who is next is theirs to say. Times are minutes since 1970 in UTC. */
export class Branch {
  #state: ShopState;
  #ids = 0;
  readonly #watch: Watch;

  constructor({ policy }: Scenario, at: number, watch: Watch) {
    this.#watch = watch;
    const shop = {
      id: 1,
      slug: "simulated",
      name: "Simulated",
      address: "",
      timeZone: "UTC",
      locale: "en",
      openingHours: ALWAYS,
      dayTurnsAtMinutes: 0,
      graceMinutes: 0,
      newCountersByLabel: true,
      publicNames: false,
      phoneAlone: false,
    };
    this.#state = emptyShop(shop, at * MINUTE_MS);
    const queue = {
      id: QUEUE,
      name: "Line",
      prefix: "A",
      policy,
      capacity: null,
      serviceIds: [],
      targetWaitMinutes: 20,
      archived: false,
      rank: 1,
    };
    this.#take({ type: "configure-queue", queue }, at);
    this.#take({ type: "set-queue-status", queueId: QUEUE, status: "open" }, at);
  }

  get waiting(): number {
    return this.#state.queues.get(QUEUE)?.line.length ?? 0;
  }

  join(priority: Priority, at: number): string {
    const ticketId = `ticket-${String(++this.#ids)}`;
    const wish = { queueId: QUEUE, serviceId: null, partySize: 1, locale: null };
    this.#take({ type: "issue-ticket", ticketId, priority, ...wish }, at);
    return ticketId;
  }

  /** The ticket called, or null where nobody waits. */
  callNext(counter: string, at: number): string | null {
    if (this.waiting === 0) return null;
    return this.#take({ type: "call-next", queueId: QUEUE, counter }, at);
  }

  start(ticketId: string, at: number): void {
    this.#take({ type: "start-service", ticketId }, at);
  }

  complete(ticketId: string, at: number): void {
    this.#take({ type: "complete-ticket", ticketId }, at);
  }

  giveUp(ticketId: string, at: number): void {
    this.#take({ type: "mark-no-show", ticketId }, at);
  }

  leave(ticketId: string, at: number): void {
    this.#take({ type: "cancel-ticket", ticketId }, at);
  }

  #take(command: Command, at: number): string | null {
    const by = { kind: "system" } as const;
    const now = Math.max(at * MINUTE_MS, this.#state.at);
    const decision = decide(this.#state, command, { now, by, newId: () => `counter-${String(++this.#ids)}` });
    if (!decision.ok) throw new Error(`The rules refuse ${command.type}: ${decision.refusal.code}`);
    for (const body of decision.events) {
      const before = this.#state;
      const event = { ...body, seq: before.seq + 1, at: now, by };
      this.#state = fold(before, [event]);
      this.#watch(event, before, this.#state);
    }
    return decision.ticketId;
  }
}
