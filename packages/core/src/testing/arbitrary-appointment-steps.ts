import fc from "fast-check";
import type { AppointmentId, AppointmentStatus } from "../appointments/appointment.ts";
import { USUAL_BOOKING_RULES } from "../appointments/booking-rules.ts";
import type { Command, WantedSlot } from "../queue/commands.ts";
import type { Shop, ShopState } from "../queue/shop.ts";
import { testProvider } from "./appointment-fixtures.ts";

const MINUTE = 60_000;
const STEP = 5 * MINUTE;

/** Where to find an appointment for a step: of these statuses, or none that is known. */
export type PickAppointment = (from: readonly AppointmentStatus[]) => AppointmentId;

type MakeCommand = (pick: PickAppointment, state: ShopState) => Command;

/** Windows so narrow that a random day runs into each of them. */
export const arbitraryBooking: fc.Arbitrary<NonNullable<Shop["booking"]>> = fc
  .record({
    open: fc.constantFrom(true, true, true, false),
    leadMinutes: fc.constantFrom(0, 5),
    cancelMinutes: fc.constantFrom(0, 10),
    checkInEarlyMinutes: fc.constantFrom(10, 40),
    checkInLateMinutes: fc.constantFrom(0, 10),
  })
  .map((rules) => ({ ...USUAL_BOOKING_RULES, stepMinutes: 5, horizonDays: 1, holdMinutes: 4, ...rules }));

export const TEST_PROVIDERS = [
  testProvider({ id: "awa", staffId: 7, serviceIds: [1] }),
  testProvider({ id: "room", name: "Room", lanes: 2, rank: 2 }),
] as const;

const when = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(-3, 3 * 288) },
);

const wanted = fc
  .record({
    serviceId: fc.constantFrom(1, 1, 2, 2, 99),
    providerId: fc.constantFrom(null, null, "awa", "room", "nobody"),
    when,
    isNew: fc.constantFrom(true, true, false),
  })
  .map(({ when: steps, isNew, ...wish }) => (pick: PickAppointment, state: ShopState): WantedSlot => {
    const appointmentId = isNew ? 1_000_000 + state.seq : pick(["held"]);
    const start = (Math.floor(state.at / STEP) + steps) * STEP;
    return { ...wish, appointmentId, start, partySize: 1, locale: null };
  });

const make: fc.Arbitrary<MakeCommand> = fc.oneof(
  wanted.map((slot): MakeCommand => (...from) => ({ type: "hold-slot", minutes: null, ...slot(...from) })),
  wanted.map((slot): MakeCommand => (...from) => ({ type: "book-appointment", ...slot(...from) })),
  wanted.map((slot): MakeCommand => (...from) => ({ type: "book-appointment", ...slot(...from) })),
  wanted.map((slot): MakeCommand => (pick, state) => {
    const { start, providerId, serviceId } = slot(pick, state);
    return { type: "move-appointment", appointmentId: pick(["scheduled"]), start, providerId, serviceId };
  }),
);

const checkIn: MakeCommand = (pick, state) => ({
  type: "check-in-appointment",
  appointmentId: pick(["scheduled"]),
  ticketId: `ticket-${state.seq + 1}`,
});

/** The steps that need an appointment and nothing else, and from where. */
const plain = fc
  .constantFrom<
    readonly [
      type:
        | "release-slot"
        | "cancel-appointment"
        | "say-on-my-way"
        | "mark-appointment-no-show"
        | "restore-appointment"
        | "complete-appointment",
      ...from: AppointmentStatus[],
    ]
  >(
    ["release-slot", "held"],
    ["cancel-appointment", "scheduled", "checked_in"],
    ["say-on-my-way", "scheduled"],
    ["mark-appointment-no-show", "scheduled", "checked_in"],
    ["restore-appointment", "no_show", "cancelled"],
    ["complete-appointment", "scheduled", "checked_in"],
  )
  .map(([type, ...from]): MakeCommand => (pick) => ({ type, appointmentId: pick(from) }));

const late = fc.constantFrom(null, 7, 30).map((minutes): MakeCommand => (pick) => ({
  type: "mark-appointment-late",
  appointmentId: pick(["scheduled"]),
  minutes,
}));

const administer = fc.constantFrom<MakeCommand>(
  () => ({ type: "configure-provider", provider: TEST_PROVIDERS[0] }),
  () => ({ type: "configure-provider", provider: { ...TEST_PROVIDERS[1], serviceIds: [99] } }),
);

/** Commands about appointments, as an ordinary day has them. */
export const arbitraryAppointmentCommand: fc.Arbitrary<MakeCommand> = fc.oneof(
  { weight: 8, arbitrary: make },
  { weight: 6, arbitrary: fc.constant(checkIn) },
  { weight: 3, arbitrary: plain },
  { weight: 1, arbitrary: late },
  { weight: 2, arbitrary: fc.constant<MakeCommand>(() => ({ type: "keep-time" })) },
  { weight: 1, arbitrary: administer },
);
