import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { keepAppointment, keptAppointments } from "../kept-appointments.ts";

/**
 * The capability of this appointment: out of the private link, which is then taken from the address bar (it would end in
 * screenshots and histories), or kept from an earlier visit.
 */
export function takeAppointmentKey(id: number, place: Location, history: History): string | null {
  const given = /^#k=(.+)$/.exec(place.hash)?.[1];
  const query = new URLSearchParams(place.search);
  const wasNew = query.has("new");
  query.delete("new");
  const search = query.toString();
  if (given !== undefined || wasNew)
    history.replaceState(null, "", place.pathname + (search === "" ? "" : `?${search}`));
  if (given === undefined)
    return keptAppointments(browserStorage()).find((kept) => kept.id === id)?.key || null;
  keepAppointment(browserStorage(), { id, key: given, shopSlug: "", at: 0 });
  return given;
}
