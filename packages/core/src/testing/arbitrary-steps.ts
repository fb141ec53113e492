import fc from "fast-check";
import type { Actor } from "../queue/actor.ts";
import type { Command } from "../queue/commands.ts";
import type { Priority, Ticket, TicketId, TicketStatus } from "../queue/ticket.ts";
import type { ShopState } from "../queue/shop.ts";
import { arbitraryAppointmentCommand, type PickAppointment } from "./arbitrary-appointment-steps.ts";
import { arbitraryPolicy, TEST_QUEUE_IDS } from "./arbitrary-shop.ts";
import { testCounter, testDisplay, testQueueConfig, testService } from "./fixtures.ts";
import type { PlainTicketCommand } from "./plain-ticket-command.ts";
import type { Step } from "./run-commands.ts";

/** A step that chooses its tickets when it meets the state. */
export type ArbitraryStep = (state: ShopState, ledger: ReadonlyMap<TicketId, Ticket>) => Step;

type MakeCommand = (
  pick: (from: readonly TicketStatus[]) => TicketId,
  state: ShopState,
  pickAppointment: PickAppointment,
) => Command;

const MINUTE = 60_000;

const queueId = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...TEST_QUEUE_IDS) },
  fc.constant("nowhere"),
);
const counter = fc.constantFrom("1", "1", "2", "2", " 2 ", "3", "3", "4", "5", "Box Ç", " ");
const priority = fc.constantFrom<Priority>(0, 0, 0, 1, 1, 2);
const anyStatus: readonly TicketStatus[] = [
  "waiting",
  "called",
  "serving",
  "on_hold",
  "completed",
  "no_show",
  "cancelled",
];

const issue: fc.Arbitrary<MakeCommand> = fc
  .record({
    queueId,
    serviceId: fc.constantFrom(null, null, null, 1, 2, 99),
    priority,
    partySize: fc.constant(1),
  })
  .map((wish) => (pick, state) => {
    const ticketId = wish.serviceId === 99 ? pick(anyStatus) : `ticket-${state.seq + 1}`;
    return { type: "issue-ticket", locale: null, ...wish, ticketId };
  });

const call: fc.Arbitrary<MakeCommand> = fc.oneof(
  fc.record({ queueId, counter }).map((wish): MakeCommand => () => ({ type: "call-next", ...wish })),
  fc.record({ counter }).map((wish): MakeCommand => (pick) => {
    return { type: "call-ticket", ticketId: pick(["waiting"]), ...wish };
  }),
);

/** The steps that need a ticket and nothing else, and from where; the ordinary path twice as often. */
const ticketStep: fc.Arbitrary<MakeCommand> = fc
  .constantFrom<readonly [type: PlainTicketCommand, ...from: TicketStatus[]]>(
    ["recall-ticket", "called"],
    ["retract-call", "called"],
    ["start-service", "called"],
    ["start-service", "called"],
    ["complete-ticket", "serving"],
    ["complete-ticket", "serving"],
    ["mark-no-show", "called"],
    ["return-ticket", "no_show"],
    ["hold-ticket", "serving"],
    ["cancel-ticket", "waiting", "called"],
    ["confirm-presence", "waiting", "called", "no_show"],
  )
  .map(([type, ...from]): MakeCommand => (pick) => ({ type, ticketId: pick(from) }));

const move: fc.Arbitrary<MakeCommand> = fc.oneof(
  fc.record({ queueId }).map((wish): MakeCommand => (pick) => {
    return { type: "transfer-ticket", ticketId: pick(["waiting", "called", "serving", "on_hold"]), ...wish };
  }),
  fc.record({ counter: fc.option(counter, { freq: 2 }) }).map((wish): MakeCommand => (pick) => {
    return { type: "resume-ticket", ticketId: pick(["on_hold"]), ...wish };
  }),
);

const wishes: fc.Arbitrary<MakeCommand> = fc.oneof(
  fc.constantFrom(null, 1, 2, 99).map((serviceId): MakeCommand => (pick) => {
    return { type: "change-ticket-service", ticketId: pick(["waiting", "called", "serving"]), serviceId };
  }),
  fc.constantFrom(null, 7, 8).map((staffId): MakeCommand => (pick) => {
    return { type: "assign-ticket", ticketId: pick(["waiting", "called"]), staffId };
  }),
);

const place: fc.Arbitrary<MakeCommand> = fc
  .record({
    place: fc.integer({ min: -1, max: 9 }),
    behind: fc.constantFrom(null, 0, 1, 5),
    elsewhere: fc.boolean(),
  })
  .map((wish) => (pick, state) => {
    const ticketId = pick(["waiting"]);
    const own = state.tickets.get(ticketId)?.queueId ?? "queue-a";
    const seenSeq = wish.behind === null ? null : state.seq - wish.behind;
    return {
      type: "place-ticket",
      ticketId,
      queueId: wish.elsewhere ? "queue-c" : own,
      place: wish.place,
      seenSeq,
    };
  });

const administer: fc.Arbitrary<MakeCommand> = fc.oneof(
  fc
    .record({ queueId, status: fc.constantFrom("open", "open", "open", "paused", "closed") })
    .map((wish): MakeCommand => () => ({ type: "set-queue-status", ...wish })),
  fc
    .record({
      id: fc.constantFrom(...TEST_QUEUE_IDS, "queue-d"),
      prefix: fc.constantFrom("A", "D"),
      policy: arbitraryPolicy,
      walkInsAhead: fc.constantFrom(0, 1, null),
      archived: fc.boolean(),
    })
    .map((wish): MakeCommand => () => ({ type: "configure-queue", queue: testQueueConfig(wish) })),
  fc
    .record({
      id: fc.constantFrom("counter-1", "counter-2"),
      label: fc.constantFrom("1", "2"),
      archived: fc.boolean(),
    })
    .map((wish): MakeCommand => () => ({ type: "configure-counter", counter: testCounter(wish) })),
  fc.constantFrom<MakeCommand>(
    () => ({ type: "start-service-day" }),
    () => ({ type: "configure-service", service: testService({ durationMinutes: 7 }) }),
    () => ({ type: "refresh-display", displayId: "display-1" }),
    () => ({ type: "refresh-display", displayId: "display-9" }),
    () => ({ type: "configure-display", display: testDisplay({ queueIds: ["queue-b"] }) }),
    () => ({ type: "configure-display", display: testDisplay({ queueIds: ["nowhere"] }) }),
    (_, state) => ({ type: "configure-shop", shop: { ...state.shop, graceMinutes: 5 } }),
  ),
);

const makeCommand: fc.Arbitrary<MakeCommand> = fc.oneof(
  { weight: 7, arbitrary: issue },
  { weight: 5, arbitrary: call },
  { weight: 8, arbitrary: ticketStep },
  { weight: 2, arbitrary: move },
  { weight: 2, arbitrary: place },
  { weight: 1, arbitrary: administer },
  { weight: 2, arbitrary: wishes },
  {
    weight: 8,
    arbitrary: arbitraryAppointmentCommand.map(
      (make): MakeCommand =>
        (_, state, pickAppointment) =>
          make(pickAppointment, state),
    ),
  },
);

const actor = fc.constantFrom<Actor>(
  { kind: "staff", id: 7 },
  { kind: "staff", id: 8 },
  { kind: "visitor" },
  { kind: "device", id: "kiosk-1" },
  { kind: "integration", id: "key-1" },
  { kind: "system" },
);

const pause = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(0, 0, 1, 20_000, MINUTE, 4 * MINUTE, 11 * MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: 30 * MINUTE, max: 26 * 60 * MINUTE }) },
);

const arbitraryStep: fc.Arbitrary<ArbitraryStep> = fc
  .record({ makeCommand, actor, pause, nth: fc.nat(1000), isWild: fc.nat(9).map((roll) => roll === 0) })
  .map((wish) => (state, ledger) => {
    const pick = (from: readonly TicketStatus[]): TicketId => {
      const fitting = wish.isWild
        ? [...ledger.values()]
        : [...ledger.values()].filter((ticket) => from.includes(ticket.status));
      return fitting[wish.nth % Math.max(1, fitting.length)]?.id ?? "no-such-ticket";
    };
    const pickAppointment: PickAppointment = (from) => {
      const known = [...state.appointments.values()];
      const fitting = wish.isWild ? known : known.filter(({ status }) => from.includes(status));
      return fitting[wish.nth % Math.max(1, fitting.length)]?.id ?? 404;
    };
    const command = wish.makeCommand(pick, state, pickAppointment);
    return { command, now: state.at + wish.pause, by: wish.actor };
  });

/** Command sequences of an ordinary day, with one in ten steps aimed at a ticket it does not suit. */
export const arbitrarySteps = (maxLength: number): fc.Arbitrary<ArbitraryStep[]> =>
  fc.array(arbitraryStep, { minLength: 1, maxLength, size: "max" });
