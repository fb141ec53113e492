import pg from "pg";
import { SlugTaken } from "./create-shop.ts";
import type { CommandRefusal, Submission } from "./shop-runtime.ts";

/**
 * What a command is told that brings an id which another shop has: the same as for an id that is nowhere.
 * Undefined where the error has another reason. Throws `SlugTaken`.
 */
export function refusalOfCollision(error: unknown, { command }: Submission): CommandRefusal | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code !== "23505") return undefined;
  // What is amended is there already, with its id.
  if ("amend" in command) return undefined;
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
    default:
      return undefined;
  }
}
