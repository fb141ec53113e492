import { z } from "zod";

/** What every command answers beside its result: where the shop's stream stands after it. */
export const Standing = z.object({
  seq: z.int().meta({ description: "The shop's seq after the command" }),
  epoch: z.string(),
});

export const TicketStatusOnWire = z.enum([
  "waiting",
  "called",
  "serving",
  "on_hold",
  "completed",
  "no_show",
  "cancelled",
]);

export const TicketOnWire = z
  .object({
    id: z.string(),
    number: z.string(),
    queue_id: z.string(),
    queue_name: z.string(),
    status: TicketStatusOnWire,
    position: z.int().nullable().meta({ description: "1-based place while it waits" }),
    ahead: z.int().nullable().meta({ description: "How many wait before it" }),
    full_name: z.string().nullable(),
    counter: z.string().nullable(),
    agent_name: z.string().nullable(),
    service_id: z.int().nullable(),
    priority: z.literal([0, 1, 2]),
    created_at: z.string(),
    called_at: z.string().nullable(),
    started_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    calls: z.int(),
    outcome: z.enum(["served", "no_show", "left", "removed"]).nullable(),
  })
  .meta({ description: "A ticket as staff see it" });
export type TicketOnWire = z.infer<typeof TicketOnWire>;

export const TicketAnswer = Standing.extend({ ticket: TicketOnWire });
export type TicketAnswer = z.infer<typeof TicketAnswer>;

export const TicketUrl = z
  .string()
  .meta({ description: "The ticket's private link; what follows `#k=` proves that it is yours" });

/** With the link for the visitor's own phone: staff hand it over as a code to scan. */
export const AddTicketAnswer = TicketAnswer.extend({ ticket_url: TicketUrl });
