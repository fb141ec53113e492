import ical from "ical.js";

/** The one event in a calendar file, as a parser by other people reads it. `start` in ms since the epoch. */
export function calendarEvent(file: string): { readonly start: number; readonly summary: string } {
  const component = ical.Component.fromString(file).getFirstSubcomponent("vevent");
  if (component === null) throw new Error("There is no event in the file.");
  const event = new ical.Event(component);
  return { start: event.startDate.toJSDate().getTime(), summary: event.summary };
}
