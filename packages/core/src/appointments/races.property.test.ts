import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Appointment, AppointmentId } from "./appointment.ts";
import type { Command } from "../queue/commands.ts";
import type { ShopEvent } from "../queue/events.ts";
import {
  bookingShop,
  brokenAppointmentRules,
  MINUTE,
  MORNING,
  runCommands,
  type Step,
  VISITOR,
  wish,
} from "../testing/index.ts";

type Slot = Pick<Appointment, "providerId" | "lane" | "start">;

/** Who has which slot, by the accepted events alone: the last word on each appointment counts. */
const heldBy = (events: readonly ShopEvent[]): ReadonlyMap<AppointmentId, Slot> => {
  const slots = new Map<AppointmentId, Slot>();
  const ended = new Map<AppointmentId, Slot>();
  for (const event of events) {
    switch (event.type) {
      case "slot-held":
      case "appointment-booked":
      case "appointment-moved": {
        const { providerId, lane, start } = event;
        slots.set(event.appointmentId, { providerId, lane, start });
        break;
      }
      case "slot-released":
      case "appointment-cancelled":
        ended.set(event.appointmentId, slots.get(event.appointmentId) as Slot);
        slots.delete(event.appointmentId);
        break;
      case "appointment-restored":
        slots.set(event.appointmentId, { ...(ended.get(event.appointmentId) as Slot), lane: event.lane });
        break;
      default:
    }
  }
  return slots;
};

const IDS = [1, 2, 3, 4] as const;
/** Few slots, so that everybody wants the same ones. */
const minute = fc.constantFrom(60, 70, 75, 90);
const id = fc.constantFrom(...IDS);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(id, minute).map(([own, at]): Command => ({ type: "hold-slot", minutes: null, ...wish(own, at) })),
  fc.tuple(id, minute).map(([own, at]): Command => ({ type: "book-appointment", ...wish(own, at) })),
  fc.tuple(id, minute, fc.constantFrom(null, "a", "b")).map(([appointmentId, at, providerId]): Command => {
    const start = MORNING + at * MINUTE;
    return { type: "move-appointment", appointmentId, start, providerId, serviceId: null };
  }),
  fc.tuple(id, minute, fc.constantFrom(null, "a", "b")).map(([appointmentId, at, providerId]): Command => {
    const start = MORNING + at * MINUTE;
    return { type: "move-appointment", appointmentId, start, providerId, serviceId: null };
  }),
  id.map((appointmentId): Command => ({ type: "cancel-appointment", appointmentId })),
  id.map((appointmentId): Command => ({ type: "release-slot", appointmentId })),
  id.map((appointmentId): Command => ({ type: "restore-appointment", appointmentId })),
);

const step: fc.Arbitrary<Step> = fc.record({
  command,
  by: fc.constantFrom(VISITOR, undefined),
});

describe("[A2] [A5] many who book, move and cancel the same few slots", () => {
  it("lose nothing: everybody has the slot that the last accepted word gave, and nobody shares it", () => {
    const shop = bookingShop({}, { stepMinutes: 5, cancelMinutes: 0 }, [
      { id: "a" },
      { id: "b", lanes: 2, rank: 2 },
    ]);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const run = runCommands(shop, steps);
        expect(brokenAppointmentRules(run.state)).toEqual([]);
        const slots = heldBy(run.events);
        for (const own of IDS) {
          const appointment = run.state.appointments.get(own);
          const isLive = appointment?.status === "held" || appointment?.status === "scheduled";
          expect(isLive).toBe(slots.has(own));
          if (isLive) expect(appointment).toMatchObject(slots.get(own) as Slot);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("a refused move leaves the old slot to whoever has it", () => {
    const shop = bookingShop({}, {}, [{ id: "a" }]);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { taken } = runCommands(shop, steps);
        for (const { decision, before, after } of taken)
          if (!decision.ok) expect(after.appointments).toBe(before.appointments);
      }),
      { numRuns: 100 },
    );
  });
});
