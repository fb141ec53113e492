import { addDays, type Instant, localTime, type ShopState, USUAL_BOOKING_RULES } from "@callnext/core";
import type { waitingList } from "@callnext/protocol";
import type { z } from "zod";
import type { WaitingContact, WaitingWish } from "../../../waiting-list/waiting-entry.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** What a request asks to wait for; refused where nothing of it could ever be booked. */
export function waitingWish(
  { shop, services, providers }: ShopState,
  body: z.infer<typeof waitingList.JoinWaitingBody>,
  now: Instant,
): WaitingWish & WaitingContact {
  const rules = shop.booking ?? USUAL_BOOKING_RULES;
  if (!rules.open) throw new ProblemError("booking-closed");
  const { service_id: serviceId, provider_id: providerId } = body;
  const service = services.get(serviceId);
  if (service === undefined || service.archived || service.bookable === false)
    throw new ProblemError("service-not-found", { service_id: serviceId });
  if (providerId !== null && providers.get(providerId)?.archived !== false)
    throw new ProblemError("provider-not-found", { provider_id: providerId });
  const today = localTime(now, shop.timeZone).date;
  const lastDay = addDays(today, rules.horizonDays);
  // Days that come within reach soon may be waited for, too.
  const furthest = addDays(lastDay, FURTHER_DAYS);
  const from = body.from === null || body.from < today ? today : body.from;
  const until = earlier(body.until ?? (from > lastDay ? from : lastDay), furthest);
  if (until < from) throw new ProblemError("waiting-too-far");
  return {
    serviceId,
    providerId,
    from,
    until,
    fromMinutes: minutesOf(body.from_time),
    untilMinutes: minutesOf(body.until_time),
    partySize: body.number_of_people,
    locale: body.locale,
    fullName: body.full_name,
    phone: body.phone_number,
    email: body.email,
  };
}

const FURTHER_DAYS = 31;

const earlier = (a: string, b: string): string => (a < b ? a : b);

function minutesOf(time: string | null): number | null {
  if (time === null) return null;
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
