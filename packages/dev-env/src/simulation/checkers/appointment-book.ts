import type { ShopEvent } from "@callnext/core";

/** As little of an appointment as the checkers need, told by the events in their own words. */
export interface NotedAppointment {
  readonly id: number;
  state: "held" | "scheduled" | "checked-in" | "ended";
  lane: string;
  busyFrom: number;
  busyUntil: number;
  start: number;
  heldUntil: number;
  ticketId: string | null;
  isTold: boolean;
}

/** A second opinion on what the events mean for the appointments, much simpler than the rules themselves. */
export class AppointmentBook {
  readonly appointments = new Map<number, NotedAppointment>();

  /** Those that keep others out of their lane. */
  get live(): readonly NotedAppointment[] {
    return [...this.appointments.values()].filter(({ state }) => state !== "ended");
  }

  take(event: ShopEvent): void {
    switch (event.type) {
      case "slot-held":
      case "appointment-booked":
        this.appointments.set(event.appointmentId, {
          id: event.appointmentId,
          state: event.type === "slot-held" ? "held" : "scheduled",
          ...slotOf(event),
          heldUntil: event.type === "slot-held" ? event.until : 0,
          ticketId: null,
          isTold: false,
        });
        return;
      case "appointment-moved":
        Object.assign(this.#of(event.appointmentId), slotOf(event));
        return;
      case "appointment-restored": {
        const noted = this.#of(event.appointmentId);
        const lane = noted.lane.replace(/\d+$/, String(event.lane));
        Object.assign(noted, { state: "scheduled", ticketId: null, isTold: false, lane });
        return;
      }
      case "appointment-checked-in": {
        const noted = this.#of(event.appointmentId);
        const isTold = noted.start <= event.at;
        Object.assign(noted, { state: "checked-in", ticketId: event.ticketId, isTold });
        return;
      }
      case "appointment-due":
        this.#of(event.appointmentId).isTold = true;
        return;
      case "slot-released":
      case "appointment-cancelled":
      case "appointment-missed":
      case "appointment-completed":
        this.#of(event.appointmentId).state = "ended";
        return;
      case "ticket-completed":
      case "ticket-cancelled":
      case "ticket-no-show":
        this.#withTicket(event.ticketId, "ended", event.at);
        return;
      case "ticket-returned":
        this.#comeBack(event.ticketId, event.at);
        return;
      default:
    }
  }

  #of(id: number): NotedAppointment {
    const noted = this.appointments.get(id);
    if (noted === undefined) throw new Error(`The log names appointment ${id}, which nobody booked.`);
    return noted;
  }

  /** Whose time somebody else has by now is back in the line, but not in the calendar. */
  #comeBack(ticketId: string, at: number): void {
    for (const noted of this.appointments.values()) {
      if (noted.ticketId !== ticketId) continue;
      const isTaken = this.live.some((other) => other !== noted && shareTime(other, noted));
      Object.assign(noted, isTaken ? { ticketId: null } : { state: "checked-in", isTold: noted.start <= at });
    }
  }

  #withTicket(ticketId: string, state: NotedAppointment["state"], at: number): void {
    for (const noted of this.appointments.values())
      if (noted.ticketId === ticketId) Object.assign(noted, { state, isTold: noted.start <= at });
  }
}

/** Whether two of one lane take some of the same time. */
export const shareTime = (a: Slot, b: Slot): boolean =>
  a.lane === b.lane && a.busyFrom < b.busyUntil && b.busyFrom < a.busyUntil;

type Slot = Pick<NotedAppointment, "lane" | "start" | "busyFrom" | "busyUntil">;

const slotOf = ({
  providerId,
  lane,
  start,
  busyFrom,
  busyUntil,
}: Extract<ShopEvent, { readonly busyFrom: number }>): Slot => ({
  lane: `${providerId} ${lane}`,
  start,
  busyFrom,
  busyUntil,
});
