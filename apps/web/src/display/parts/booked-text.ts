import type { DisplayTicket } from "@callnext/protocol";
import { formatTime } from "../../i18n/format-time.ts";
import type { Screen } from "./screen.ts";

/** Marks who came by appointment, so that nobody wonders about the order; nothing for walk-ins. */
export function bookedText({ t, facts }: Screen, { appointment_time: at }: DisplayTicket): string {
  if (at === undefined) return "";
  return t("booked", { time: formatTime(Date.parse(at), { timeZone: facts.settings.time_zone }) });
}
