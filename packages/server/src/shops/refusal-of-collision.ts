import pg from "pg";
import type { Command, ShopState } from "@callnext/core";
import { SlugTaken } from "./create-shop.ts";
import type { CommandRefusal, Submission } from "./shop-runtime.ts";

/**
 * What a command is told that brings an id which another shop has: the same as for an id that is nowhere; or that
 * wants a slot which the table refuses to give twice.
 * Undefined where the error has another reason. Throws `SlugTaken`.
 */
export function refusalOfCollision(
  error: unknown,
  { command }: Submission,
  state?: ShopState,
): CommandRefusal | undefined {
  // What is amended is there already, with its id.
  if (!(error instanceof pg.DatabaseError) || "amend" in command) return undefined;
  if (error.constraint === "appointments_one_at_a_time") return slotTaken(command, state);
  if (error.code !== "23505") return undefined;
  switch (command.type) {
    case "issue-ticket":
      return { code: "ticket-exists", ticketId: command.ticketId };
    case "configure-shop":
      throw new SlugTaken(command.shop.slug);
    case "configure-service":
      return { code: "service-not-found", serviceId: command.service.id };
    case "configure-queue":
      return { code: "queue-not-found", queueId: command.queue.id };
    case "configure-counter":
      return { code: "counter-not-found", counter: command.counter.label };
    case "configure-display":
      return { code: "display-not-found", displayId: command.display.id };
    case "configure-provider":
      return { code: "provider-not-found", providerId: command.provider.id };
    case "hold-slot":
    case "book-appointment":
      return { code: "appointment-exists", appointmentId: command.appointmentId };
    default:
      return undefined;
  }
}

/** The table has something there that the state does not know of. */
function slotTaken(command: Command, state: ShopState | undefined): CommandRefusal | undefined {
  if ("appointmentId" in command && "start" in command) return { code: "slot-taken", start: command.start };
  const id =
    "appointmentId" in command
      ? command.appointmentId
      : "ticketId" in command
        ? state?.tickets.get(command.ticketId)?.appointmentId
        : undefined;
  const start = id === undefined ? undefined : state?.appointments.get(id)?.start;
  return start === undefined ? undefined : { code: "slot-taken", start };
}
