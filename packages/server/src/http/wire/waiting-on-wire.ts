import { type Appointment, type Instant, isoTime, maskName, providerName } from "@callnext/core";
import type { StaffWaitingEntry, WaitingEntry as WaitingOnWire } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { WaitingEntry } from "../../waiting-list/waiting-entry.ts";
import type { Sight } from "./appointment-answer.ts";

/** The slot that is kept for them and not answered yet. */
export function openOffer(entry: WaitingEntry, { state }: ShopSnapshot, now: Instant): Appointment | null {
  if (entry.appointmentId === null || entry.status !== "offered") return null;
  const held = state.appointments.get(entry.appointmentId);
  return held?.status === "held" && (held.heldUntil ?? 0) > now ? held : null;
}

/** As it stands, where that has not been noted yet: an offer that is over is nobody's, one that was booked is theirs. */
export function waitingStatus(
  entry: WaitingEntry,
  snapshot: ShopSnapshot,
  now: Instant,
): WaitingOnWire["status"] {
  const { status, appointmentId } = entry;
  if (status !== "offering" && status !== "offered") return status;
  if (openOffer(entry, snapshot, now) !== null) return "offered";
  const slot = appointmentId === null ? undefined : snapshot.state.appointments.get(appointmentId);
  return slot === undefined || slot.status === "held" ? "waiting" : "booked";
}

export function waitingOnWire(entry: WaitingEntry, snapshot: ShopSnapshot, now: Instant): WaitingOnWire {
  const offer = openOffer(entry, snapshot, now);
  return {
    id: entry.id,
    shop_id: entry.shopId,
    status: waitingStatus(entry, snapshot, now),
    service_id: entry.serviceId,
    service_name: snapshot.state.services.get(entry.serviceId)?.name ?? "",
    provider_id: entry.providerId,
    provider_name: entry.providerId === null ? null : nameOf(entry.providerId, snapshot),
    from: entry.from,
    until: entry.until,
    from_time: clockTime(entry.fromMinutes),
    until_time: clockTime(entry.untilMinutes),
    number_of_people: entry.partySize,
    created_at: isoTime(entry.since),
    offer:
      offer === null
        ? null
        : {
            appointment_time: isoTime(offer.start),
            end_time: isoTime(offer.end),
            provider_id: offer.providerId,
            provider_name: nameOf(offer.providerId, snapshot),
            until: isoTime(offer.heldUntil ?? offer.start),
          },
  };
}

export function staffWaitingOnWire(
  entry: WaitingEntry,
  snapshot: ShopSnapshot,
  { now, sight }: { readonly now: Instant; readonly sight: Sight },
): StaffWaitingEntry {
  const { fullName, phone, email } = entry;
  const isMasked = sight === "masked";
  return {
    ...waitingOnWire(entry, snapshot, now),
    full_name: fullName !== null && isMasked ? maskName(fullName) : fullName,
    phone_number: isMasked ? null : phone,
    email: isMasked ? null : email,
  };
}

function nameOf(providerId: string, snapshot: ShopSnapshot): string {
  const provider = snapshot.state.providers.get(providerId);
  return provider === undefined ? "" : providerName(provider, snapshot);
}

function clockTime(minutes: number | null): string | null {
  if (minutes === null) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
