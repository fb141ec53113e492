import type { PlantedBug } from "./bug.ts";

/** In the rules themselves. */
export const CORE_BUGS: readonly PlantedBug[] = [
  {
    name: "numbers-begin-again-after-nine",
    edits: [
      {
        file: "packages/core/src/queue/apply/ticket-issued.ts",
        find: "{ lastSequence: event.sequence }",
        replace: "{ lastSequence: event.sequence % 9 }",
      },
    ],
    breaks: "P3",
  },
  {
    name: "the-last-is-called-first",
    edits: [
      {
        file: "packages/core/src/queue/decide/call-next.ts",
        find: "const ticketId = queue.line[0];",
        replace: "const ticketId = queue.line.at(-1);",
      },
    ],
    breaks: "P4",
  },
  {
    name: "walk-ins-pass-whoever-is-due",
    edits: [
      {
        file: "packages/core/src/policy/arrange.ts",
        find: "wanted?.due === true || due.isPressing",
        replace: "wanted?.due === true",
      },
    ],
    breaks: "P4",
  },
  {
    name: "who-comes-early-has-waited",
    edits: [
      {
        file: "packages/core/src/queue/apply/ticket-issued.ts",
        find: "Math.max(event.at, event.appointment?.dueAt ?? event.at)",
        replace: "event.at",
      },
    ],
    breaks: "P4",
  },
  {
    name: "a-call-taken-back-has-passed-all-the-same",
    edits: [
      {
        file: "packages/core/src/queue/apply/call-retracted.ts",
        find: "forgetPassed(draft, ticket);",
        replace: "",
      },
    ],
    breaks: "P4",
  },
  {
    name: "two-in-one-lane",
    edits: [
      {
        file: "packages/core/src/appointments/availability/free-lane.ts",
        find: "other.busyFrom < busyUntil && busyFrom < other.busyUntil",
        replace: "other.busyFrom === busyFrom",
      },
      {
        file: "packages/core/src/appointments/apply/take-slot.ts",
        find: "if (other !== undefined)",
        replace: "if (other !== undefined && draft.seq < 0)",
      },
    ],
    breaks: "P5",
  },
  {
    name: "a-hold-that-ran-out-is-kept",
    edits: [
      {
        file: "packages/core/src/appointments/moment-of.ts",
        find: "return appointment.heldUntil;",
        replace: "return null;",
      },
    ],
    breaks: "P5",
  },
];
