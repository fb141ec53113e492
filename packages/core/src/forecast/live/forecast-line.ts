import type { Queue } from "../../queue/queue.ts";
import type { Priority } from "../../queue/ticket.ts";

/** Where classes are called differently, each is a line of its own to the forecasts: its people wait differently. */
export const forecastLine = ({ id, policy }: Queue, priority: Priority): string =>
  policy.kind === "fifo" ? id : `${id} ${String(priority)}`;
