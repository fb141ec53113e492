import { localTime, nextOffers, type SlotOffered, type Waiting } from "@callnext/core";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { SlotOffer } from "../messages/messages.ts";
import type { ShopOfTenant } from "../people/rights-in-shop.ts";
import type { ShopRuntime, ShopSnapshot } from "../shops/shop-runtime.ts";
import { nextAppointmentId } from "../storage/next-appointment-id.ts";
import type { Database } from "../storage/schema.ts";
import { letGo } from "./let-go.ts";
import { settle } from "./settle-offers.ts";
import type { WaitingBook } from "./waiting-book.ts";
import type { WaitingEntry } from "./waiting-entry.ts";

export interface LookNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "freshSnapshot" | "submit">;
  readonly waitingBook: WaitingBook;
  /** Plans the message; asked twice for one hold, it plans one. */
  readonly offer: (offer: SlotOffer) => Promise<void>;
  readonly log: Logger;
  readonly now: () => number;
}

/** Settles the offers of one shop, and makes the next ones. Gives the seq it looked at. */
export async function lookAtShop(needs: LookNeeds, shop: ShopOfTenant): Promise<number> {
  const snapshot = await needs.runtime.freshSnapshot(shop.shopId);
  if (snapshot === undefined) return 0;
  const waiting: WaitingEntry[] = [];
  for (const entry of await needs.waitingBook.open(shop))
    if (await maySearch(needs, entry, snapshot)) waiting.push(entry);
  const offers = nextOffers(snapshot.state, waiting.map(waitingOf), needs.now());
  for (const offer of offers) {
    const entry = waiting.find(({ id }) => id === offer.waitingId);
    if (entry !== undefined) await makeOffer(needs, entry, offer);
  }
  return snapshot.state.seq;
}

const waitingOf = ({ id, serviceId, providerId, from, until, ...more }: WaitingEntry): Waiting => {
  const { fromMinutes, untilMinutes, since, passed } = more;
  return { id, serviceId, providerId, from, until, fromMinutes, untilMinutes, since, passed };
};

/** Writes down what has become of the entry; whether it is now free to be offered something. */
async function maySearch(needs: LookNeeds, entry: WaitingEntry, snapshot: ShopSnapshot): Promise<boolean> {
  const { waitingBook, now } = needs;
  const { state } = snapshot;
  const today = localTime(now(), state.shop.timeZone).date;
  switch (settle(entry, state, today, now())) {
    case "waits":
      return true;
    case "asked":
      return false;
    case "tell":
      await tell(needs, entry, snapshot);
      return false;
    case "lapsed":
      // Looked at again with what it says then: its days may be over.
      if (entry.appointmentId !== null) await waitingBook.waitAgain(entry, entry.appointmentId);
      return entry.until >= today;
    case "booked":
      await waitingBook.end(entry, "booked");
      return false;
    case "over":
      await waitingBook.end(entry, "over");
      return false;
  }
}

/** First it is noted whom the slot is for: cut off after that, the next look finds out whether it is kept. */
async function makeOffer(needs: LookNeeds, entry: WaitingEntry, slot: SlotOffered): Promise<void> {
  const { db, runtime, waitingBook, log } = needs;
  const appointmentId = await nextAppointmentId(db);
  if (!(await waitingBook.offering(entry, appointmentId))) return;
  const { serviceId, providerId, start, minutes } = slot;
  const { partySize, locale, shopId } = entry;
  const outcome = await runtime.submit({
    shopId,
    by: { kind: "system" },
    command: {
      ...{ type: "hold-slot", appointmentId, serviceId, providerId, start, minutes },
      ...{ partySize, locale },
    },
  });
  if (outcome.ok) {
    await tell(needs, { ...entry, status: "offering", appointmentId }, outcome.snapshot);
    return;
  }
  // Somebody was faster, or nothing is known to be done; in that case the next look sees.
  const { code } = outcome.refusal;
  log.debug({ code, shopId, waitingId: entry.id }, "a slot could not be kept for somebody who waits");
  if (code !== "unavailable") await waitingBook.waitAgain(entry, appointmentId);
}

async function tell(needs: LookNeeds, entry: WaitingEntry, snapshot: ShopSnapshot): Promise<void> {
  const { id: waitingId, tenantId, shopId, appointmentId } = entry;
  const held = appointmentId === null ? undefined : snapshot.state.appointments.get(appointmentId);
  if (appointmentId === null || held?.status !== "held" || held.heldUntil === null) return;
  await needs.offer({ tenantId, shopId, appointmentId, waitingId, until: held.heldUntil });
  // They may have left the list while the slot was being kept.
  if (!(await needs.waitingBook.offered(entry, appointmentId, held.start)))
    await letGo(needs, entry, snapshot, { kind: "system" });
}
