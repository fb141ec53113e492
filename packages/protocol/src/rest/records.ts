import { z } from "zod";
import { PolicyInput } from "./administration.ts";

const Rule = z.enum(["fifo", "priority", "ratio", "service-level"]);

const PlacePart = z.object({
  cause: z.enum([
    "call",
    "departure",
    "sent-elsewhere",
    "precedence",
    "return",
    "call-taken-back",
    "came-from-elsewhere",
    "booked-time",
    "moved-by-staff",
    "new-rule",
    "turn",
  ]),
  change: z.int().meta({ description: "Places; below zero is forward" }),
  rule: Rule.optional().meta({ description: "By which rule somebody passed" }),
});

const happened = { at: z.string(), queue_name: z.string() };

/** One line of a ticket's ledger. */
export const PlaceChangeOnWire = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("entered"),
    ...happened,
    why: z.enum(["joined", "returned", "call-taken-back", "transferred"]),
    to: z.int(),
  }),
  z.object({
    kind: z.literal("moved"),
    ...happened,
    from: z.int(),
    to: z.int(),
    parts: z.array(PlacePart),
  }),
  z.object({
    kind: z.literal("left-line"),
    ...happened,
    why: z.enum(["called", "cancelled", "transferred"]),
    from: z.int(),
  }),
]);
export type PlaceChangeOnWire = z.infer<typeof PlaceChangeOnWire>;

export const TicketLedger = z.object({
  ticket_number: z.string(),
  changes: z.array(PlaceChangeOnWire),
});
export type TicketLedger = z.infer<typeof TicketLedger>;

export const RecordDays = z.object({ days: z.array(z.string()) });

export const WhatIfBody = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date as YYYY-MM-DD"),
  policy: PolicyInput.nullish().transform((value) => value ?? null),
  counters: z
    .int()
    .min(1)
    .max(50)
    .nullish()
    .transform((value) => value ?? null),
});
export type WhatIfBody = z.infer<typeof WhatIfBody>;

const WaitSummary = z.object({
  called: z.int(),
  uncalled: z.int(),
  mean_seconds: z.number(),
  median_seconds: z.number(),
  p90_seconds: z.number(),
  longest_seconds: z.number(),
  within_target: z.number().meta({ description: "Share of those called, 0 to 1" }),
});

const ClassSummaries = z.object({
  all: WaitSummary,
  by_class: z.array(
    z.object({ priority: z.union([z.literal(0), z.literal(1), z.literal(2)]), waits: WaitSummary }),
  ),
});

export const WhatIfAnswer = z.object({
  day: z.string(),
  counters_really: z.number().meta({ description: "At work on average between the first call and the last" }),
  really: ClassSummaries,
  played_again: ClassSummaries.meta({
    description: "With nothing changed: how far the replay can be trusted",
  }),
  what_if: ClassSummaries,
});
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;

const ForecastScore = z.object({
  given: z.int(),
  settled: z.int().meta({ description: "Whose ticket was called; all that follows is of these" }),
  inside: z.number().nullable().meta({ description: "Share of waits in their range, 0 to 1" }),
  typical_error: z.number().nullable().meta({ description: "Median distance from the truth, minutes" }),
  bias: z
    .number()
    .nullable()
    .meta({ description: "Forecast less truth on average, minutes: above zero, people were told too long" }),
});
export type ForecastScore = z.infer<typeof ForecastScore>;

export const ForecastRecordQuery = z.object({ days: z.coerce.number().int().min(1).max(90).default(28) });

export const ForecastRecordAnswer = z.object({
  promised: z.number().meta({ description: "The share that should be in range" }),
  shop: ForecastScore,
  days: z.array(ForecastScore.extend({ day: z.string() })),
  queues: z.array(ForecastScore.extend({ queue_id: z.string(), queue_name: z.string() })),
  alarm: z
    .object({ inside: z.number(), settled: z.int() })
    .nullable()
    .meta({ description: "The last week's share, where it has left 75 to 85 %" }),
});
export type ForecastRecordAnswer = z.infer<typeof ForecastRecordAnswer>;
