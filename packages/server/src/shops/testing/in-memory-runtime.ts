import { randomUUID } from "node:crypto";
import {
  type AppointmentId,
  decide,
  fold,
  type ShopEvent,
  type ShopState,
  type TicketId,
} from "@callnext/core";
import { commandOn } from "../amendment.ts";
import { notePerson } from "../note-person.ts";
import type {
  Booker,
  CommandOutcome,
  Person,
  ShopChange,
  ShopRuntime,
  ShopSnapshot,
  Submission,
  TenantRef,
} from "../shop-runtime.ts";

export interface InMemoryShop {
  readonly state: ShopState;
  readonly tenant: TenantRef;
}

/** The production rules behind the runtime's interface, without a database: one node, no idempotency keys. */
export interface InMemoryRuntime extends ShopRuntime {
  readonly epoch: string;
  /** How often the log was read. */
  readonly logReads: number;
  /** Listeners that follow any shop. */
  readonly followers: number;
  /** Read by `verifiedMsAgo`; 0 unless set. */
  lastVerifiedMsAgo: number;
  /** Gives a member of staff another name. */
  rename(staffId: number, name: string): void;
}

interface HeldShop {
  snapshot: ShopSnapshot;
  readonly events: ShopEvent[];
  /** The seq before the first event of the log. */
  readonly start: number;
  readonly listeners: Set<(change: ShopChange) => void>;
}

const STAFF: ReadonlyMap<number, string> = new Map([[7, "Dr. Awa Diop"]]);

const commit = (
  shop: HeldShop,
  { by, command: given, person, ref }: Submission,
  now: number,
): CommandOutcome => {
  const before = shop.snapshot;
  const at = Math.max(now, before.state.at);
  const command = commandOn(before.state, given);
  const decision = decide(before.state, command, {
    now: at,
    by,
    newId: () => randomUUID(),
  });
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const events = decision.events.map((body, index) => ({
    ...body,
    seq: before.state.seq + 1 + index,
    at,
    by,
  }));
  const state = fold(before.state, events);
  const people = new Map<TicketId, Person>(before.people);
  const bookers = new Map<AppointmentId, Booker>(before.bookers);
  notePerson({ people, bookers, copied: new Map() }, command, person, before.bookers);
  const after: ShopSnapshot = { ...before, state, people, bookers };
  shop.snapshot = after;
  shop.events.push(...events);
  if (events.length > 0) for (const listener of [...shop.listeners]) listener({ before, after, events });
  const ticket = decision.ticketId === null ? null : (state.tickets.get(decision.ticketId) ?? null);
  const appointmentId = "appointmentId" in command ? command.appointmentId : ticket?.appointmentId;
  const answer = {
    seq: state.seq,
    epoch: after.epoch,
    ticket,
    appointment: appointmentId === undefined ? null : (state.appointments.get(appointmentId) ?? null),
    position: null,
    counter: null,
    ref: ref ?? null,
  };
  return { ok: true, answer, snapshot: after, replayed: false };
};

/** `now`: ms since the epoch, never going back. */
export const createInMemoryRuntime = (shops: readonly InMemoryShop[], now: () => number): InMemoryRuntime => {
  const epoch = randomUUID();
  let logReads = 0;
  const held = new Map<number, HeldShop>(
    shops.map(({ state, tenant }) => {
      const nobody = { people: new Map(), bookers: new Map() };
      const snapshot = { tenant, epoch, state, ...nobody, staffNames: STAFF, suspended: false };
      return [state.shop.id, { snapshot, events: [], start: state.seq, listeners: new Set() }];
    }),
  );
  const find = (shopId: number): Promise<ShopSnapshot | undefined> =>
    Promise.resolve(held.get(shopId)?.snapshot);
  return {
    epoch,
    get logReads() {
      return logReads;
    },
    get followers() {
      return [...held.values()].reduce((sum, { listeners }) => sum + listeners.size, 0);
    },
    submit(submission) {
      const shop = held.get(submission.shopId);
      if (shop !== undefined) return Promise.resolve(commit(shop, submission, now()));
      return Promise.resolve({ ok: false, refusal: { code: "shop-not-found", shopId: submission.shopId } });
    },
    snapshot: find,
    freshSnapshot: find,
    follow(shopId, listener) {
      held.get(shopId)?.listeners.add(listener);
      return { [Symbol.dispose]: () => void held.get(shopId)?.listeners.delete(listener) };
    },
    events(shopId, sinceSeq, limit) {
      logReads += 1;
      const shop = held.get(shopId);
      const from = Math.max(0, sinceSeq - (shop?.start ?? 0));
      return Promise.resolve(shop?.events.slice(from, from + limit) ?? []);
    },
    staffChanged: () => Promise.resolve(),
    peopleErased: () => Promise.resolve(),
    lastVerifiedMsAgo: 0,
    verifiedMsAgo() {
      return this.lastVerifiedMsAgo;
    },
    rename(staffId, name) {
      for (const shop of held.values()) {
        const before = shop.snapshot;
        const after = { ...before, staffNames: new Map([...before.staffNames, [staffId, name]]) };
        shop.snapshot = after;
        for (const listener of [...shop.listeners]) listener({ before, after, events: [] });
      }
    },
  };
};
