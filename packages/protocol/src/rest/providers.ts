import { z } from "zod";
import { CalendarDate, Periods } from "./opening-hours.ts";
import { clearable, line } from "./text.ts";
import { Standing } from "./ticket.ts";

const WorkPeriods = z
  .object({
    monday: Periods,
    tuesday: Periods,
    wednesday: Periods,
    thursday: Periods,
    friday: Periods,
    saturday: Periods,
    sunday: Periods,
  })
  .partial();

/** When a provider works, by the shop's clock; repeats every so many weeks, from the week of `from`. */
const WorkPatternInput = z
  .object({
    from: CalendarDate,
    until: CalendarDate.nullish()
      .transform((value) => value ?? null)
      .meta({ description: "Last day; null or absent: until further notice" }),
    every_weeks: z.int().min(1).max(52),
    periods: WorkPeriods,
  })
  .refine(({ from, until }) => until === null || from <= until, {
    message: "must not end before it begins",
    path: ["until"],
  });

const WallTime = z.iso
  .datetime({ local: true, precision: -1, error: "must be a local time like 2026-03-09T08:30" })
  .refine((text) => !text.endsWith("Z"), "must be a local time, without a zone");

const AbsenceInput = z
  .object({
    from: WallTime,
    until: WallTime,
    reason: clearable(line(120, "a reason"))
      .optional()
      .transform((value) => value ?? null),
  })
  .refine(({ from, until }) => from < until, { message: "must end after it begins", path: ["until"] });

const providerSettings = {
  staff_id: z.int().nullable().meta({ description: "The member of staff; null: a room or a chair" }),
  name: z
    .union([z.literal(""), line(80, "a provider's name")])
    .meta({ description: "Of a room or a chair; empty for a person" }),
  service_ids: z.array(z.int()).max(100).meta({ description: "Empty: all of the shop's services" }),
  lanes: z.int().min(1).max(100).meta({ description: "How many visitors at once" }),
  patterns: z.array(WorkPatternInput).max(50).meta({ description: "None: whenever the shop is open" }),
  absences: z.array(AbsenceInput).max(200),
  rank: z.int().min(0).max(1000),
};

export const ProviderPatch = z.object(providerSettings).partial();
export const ProviderBody = ProviderPatch.refine(
  ({ staff_id: staffId, name = "" }) => typeof staffId === "number" || name !== "",
  { message: "a room or a chair has a name", path: ["name"] },
);

const Period = z.object({ opens: z.string(), closes: z.string() });
const Day = z.array(Period).readonly().optional();

/** Whom or what appointments are made with. */
export const ProviderOnWire = z.object({
  id: z.string(),
  staff_id: z.int().nullable(),
  name: z.string().meta({ description: "The member of staff's, or the room's" }),
  service_ids: z.array(z.int()),
  lanes: z.int(),
  patterns: z.array(
    z.object({
      from: z.string(),
      until: z.string().nullable(),
      every_weeks: z.int(),
      periods: z.object({
        monday: Day,
        tuesday: Day,
        wednesday: Day,
        thursday: Day,
        friday: Day,
        saturday: Day,
        sunday: Day,
      }),
    }),
  ),
  absences: z.array(z.object({ from: z.string(), until: z.string(), reason: z.string().nullable() })),
  archived: z.boolean(),
  rank: z.int(),
});
export type ProviderOnWire = z.infer<typeof ProviderOnWire>;

export const ProviderList = Standing.extend({ providers: z.array(ProviderOnWire) });
export const ProviderAnswer = Standing.extend({ provider: ProviderOnWire });
