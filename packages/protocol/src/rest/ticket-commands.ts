import { z } from "zod";
import { CounterLabel, Locale, noneWhenBlank, PersonName, Phone, PriorityInput } from "./text.ts";

export const AddTicketBody = z.object({
  full_name: noneWhenBlank(PersonName),
  phone: noneWhenBlank(Phone),
  service_id: z
    .int()
    .nullish()
    .transform((value) => value ?? null),
  priority: PriorityInput.nullish().transform((value) => value ?? 0),
  locale: Locale.nullish().transform((value) => value ?? null),
  number_of_people: z
    .int()
    .min(1)
    .max(50)
    .nullish()
    .transform((value) => value ?? 1),
});

export const CallNextBody = z.object({ counter: CounterLabel });

/** `call` needs a counter; `resume` may bring one; the others have no use for it. */
export const TicketActionBody = z
  .object({ counter: CounterLabel.nullish().transform((value) => value ?? null) })
  .nullish()
  .transform((value) => value ?? { counter: null });

export const TransferBody = z.object({ queue_id: z.string().max(100) });

export const OrderBody = z.object({
  ticket_id: z.string().max(100),
  position: z.int().min(1).meta({ description: "1-based; beyond the end means last" }),
  seq: z
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
});

export const TICKET_ACTIONS = [
  "call",
  "recall",
  "retract",
  "start",
  "complete",
  "no-show",
  "hold",
  "resume",
  "return",
  "cancel",
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];
