import { providerName } from "@callnext/core";
import { calendarFile } from "../../booking/calendar-file.ts";
import type { Context } from "../core/context.ts";
import type { Own } from "../core/own-appointment.ts";
import { appointmentUrl } from "./appointment-url.ts";

/** Names, times and the private link: the same in every language. */
export function ownCalendarFile(
  context: Pick<Context, "appointmentKeys" | "publicOrigin" | "now">,
  { found: { appointment }, snapshot }: Own,
): string {
  const { shop, services, providers } = snapshot.state;
  const origin = context.publicOrigin();
  const link = `${origin}${appointmentUrl(context, appointment.id)}`;
  const service = services.get(appointment.serviceId)?.name;
  const provider = providers.get(appointment.providerId);
  const entry = {
    appointment,
    summary: [service, shop.name].filter((part) => part !== undefined).join(" · "),
    location: shop.address === "" ? shop.name : shop.address,
    description: [provider === undefined ? "" : providerName(provider, snapshot), link]
      .filter((line) => line !== "")
      .join("\n"),
    url: link,
  };
  const terms = { name: shop.name, host: new URL(origin).hostname, now: context.now(), everySeconds: null };
  return calendarFile([entry], terms);
}
