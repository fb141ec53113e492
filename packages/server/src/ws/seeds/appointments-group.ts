import {
  type AppointmentId,
  type AppointmentOnWire,
  appointmentsOnWire,
  type Audience,
  documentAppointment,
} from "@callnext/core";
import { encode } from "../../stream/encode.ts";
import { createPaced, type Paced } from "../../stream/paced.ts";
import type { ShopFeed } from "../../stream/shop-feed.ts";
import type { Timers } from "../../stream/timers.ts";
import type { Outlet } from "../outlet.ts";
import { Listeners } from "./listeners.ts";
import { pauseFor } from "./pause-for.ts";

interface MadeList {
  readonly list: readonly AppointmentOnWire[];
  readonly epoch: string;
  readonly frame: Buffer;
}

/** All clients of the first document's appointments socket that may see the same: one list for all of them. */
export class AppointmentsGroup implements Disposable {
  readonly #feed: ShopFeed;
  readonly #audience: Audience;
  readonly #pace: Paced;
  readonly #listening: Disposable;
  readonly #listeners: Listeners;
  #booked: AppointmentId[] = [];
  #made: MadeList;
  /** What everybody was told last; whoever came since may have been told more. */
  #told: MadeList;

  constructor(feed: ShopFeed, audience: Audience, timers: Timers) {
    this.#feed = feed;
    this.#audience = audience;
    this.#made = this.#make(this.#list());
    this.#told = this.#made;
    this.#listeners = new Listeners(() => this.#newest().frame);
    this.#pace = createPaced(timers, () => this.#tell());
    this.#listening = feed.listen(({ events }) => {
      for (const event of events)
        if (event.type === "appointment-booked") this.#booked.push(event.appointmentId);
      this.#pace.nudge();
    });
  }

  add(outlet: Outlet): void {
    this.#listeners.add(outlet);
  }

  [Symbol.dispose](): void {
    this.#pace[Symbol.dispose]();
    this.#listening[Symbol.dispose]();
  }

  /** The first document knows no holds. */
  #list(): readonly AppointmentOnWire[] {
    return appointmentsOnWire(this.#feed.current, this.#audience).filter(({ status }) => status !== "held");
  }

  #make(list: readonly AppointmentOnWire[]): MadeList {
    const { epoch, state } = this.#feed.current;
    const appointments = list.map(documentAppointment).filter((appointment) => appointment !== null);
    return {
      list,
      epoch,
      frame: encode({ type: "appointment_update", appointments, seq: state.seq, epoch }),
    };
  }

  /** Made anew only where something in it is another: what happens in the queue is nothing to the calendar. */
  #newest(): MadeList {
    const list = this.#list();
    const { list: before, epoch } = this.#made;
    const isSame =
      epoch === this.#feed.current.epoch &&
      list.length === before.length &&
      list.every((appointment, index) => appointment === before[index]);
    if (!isSame) this.#made = this.#make(list);
    return this.#made;
  }

  #tell(): number {
    const newest = this.#newest();
    const booked = this.#newAppointments(newest.list);
    if (newest !== this.#told) this.#listeners.tell([...booked, newest.frame]);
    this.#told = newest;
    return pauseFor(newest.frame);
  }

  /** Of those that can be seen: the rest of the calendar is none of this socket's business. */
  #newAppointments(list: readonly AppointmentOnWire[]): readonly Buffer[] {
    const booked = new Set(this.#booked);
    this.#booked = [];
    return list
      .filter(({ id }) => booked.has(id))
      .map(documentAppointment)
      .filter((appointment) => appointment !== null)
      .map((appointment) => encode({ type: "new_appointment", appointment }));
  }
}
