import type { AppointmentDetails } from "@callnext/core";
import { calendarFile } from "../../booking/calendar-file.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { Context } from "../core/context.ts";
import { appointmentWire, type Sight } from "./appointment-answer.ts";

const LOOK_AGAIN_SECONDS = 900;

/** Names, numbers and times: the same in every language. */
export function feedFile(
  context: Pick<Context, "publicOrigin" | "now">,
  name: string,
  found: readonly AppointmentDetails[],
  snapshot: ShopSnapshot,
  sight: Sight,
): string {
  const { shop } = snapshot.state;
  const entries = found.map((each) => {
    const shown = appointmentWire(each, snapshot, sight);
    const party = shown.number_of_people === 1 ? null : `× ${shown.number_of_people}`;
    return {
      appointment: each.appointment,
      summary: told([shown.full_name, shown.service?.name, party], " · "),
      location: shop.address === "" ? shop.name : shop.address,
      description: told([shown.provider_name, shown.phone_number, shown.email, shown.notes], "\n"),
      url: null,
    };
  });
  const { hostname: host } = new URL(context.publicOrigin());
  return calendarFile(entries, { name, host, now: context.now(), everySeconds: LOOK_AGAIN_SECONDS });
}

function told(parts: readonly (string | null | undefined)[], between: string): string {
  return parts.filter((part) => typeof part === "string" && part !== "").join(between);
}
