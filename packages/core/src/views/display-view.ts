import type { Queue } from "../queue/queue.ts";
import type { Display } from "../queue/shop.ts";
import { displaySettings } from "./display-settings.ts";
import { displayTicket } from "./display-ticket.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import { listedCalls, MOST_LISTED_CALLS } from "./listed-calls.ts";
import { queueWaits } from "./queue-waits.ts";
import type { DisplayQueue, DisplayView } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const keepPlain = createIdentityKeeper<Queue, DisplayQueue>();
const keepWithWait = createIdentityKeeper<Queue, DisplayQueue>();

const displayQueue = (input: ViewInput, queue: Queue, display: Display): DisplayQueue => {
  const plain = { id: queue.id, name: queue.name, prefix: queue.prefix, waiting: queue.line.length };
  const wait = display.showWaits === true ? queueWaits(input, queue).at(-1) : undefined;
  return wait === undefined ? keepPlain(queue, plain) : keepWithWait(queue, { ...plain, wait });
};

/** What one board shows, or undefined where the shop has no such display. */
export const displayView = (input: ViewInput, displayId: string): DisplayView | undefined => {
  const display = input.state.displays.get(displayId);
  if (display === undefined) return undefined;
  const queues = display.queueIds.flatMap((id) => input.state.queues.get(id) ?? []);
  const tickets = listedCalls(input.state, display.queueIds).slice(0, MOST_LISTED_CALLS);
  return {
    display: { self: displaySettings(input, display) },
    queues: Object.fromEntries(queues.map((queue) => [queue.id, displayQueue(input, queue, display)])),
    tickets: Object.fromEntries(tickets.map((ticket) => [ticket.id, displayTicket(input, ticket, display)])),
    order: { self: tickets.map(({ id }) => id) },
  };
};
