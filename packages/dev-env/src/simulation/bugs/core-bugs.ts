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
];
