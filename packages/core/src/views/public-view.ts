import type { Queue } from "../queue/queue.ts";
import type { Shop, ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";
import { appointmentTime } from "./appointment-time.ts";
import { counterLabel } from "./counter-on-wire.ts";
import { isoTime, isoTimeOrNull } from "./iso-time.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import { listedCalls } from "./listed-calls.ts";
import { queueOnWire } from "./queue-on-wire.ts";
import { servicesOnWire } from "./services-on-wire.ts";
import { shopOnWire } from "./shop-on-wire.ts";
import type { PublicCall, PublicQueue, PublicView, ShopOnWire } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const keepShop = createIdentityKeeper<Shop, ShopOnWire>();
const keepQueue = createIdentityKeeper<Queue, PublicQueue>();
const keepCall = createIdentityKeeper<Ticket, PublicCall>();

const bookedTimes = (state: ShopState, queue: Queue): PublicQueue["appointments"] => {
  const times: Record<string, string> = {};
  for (const id of queue.line) {
    const ticket = state.tickets.get(id);
    if (ticket?.dueAt !== undefined) times[ticket.number] = isoTime(ticket.dueAt);
  }
  return times;
};

const publicQueue = (input: ViewInput, queue: Queue): PublicQueue =>
  keepQueue(queue, {
    ...queueOnWire(input, queue),
    line: queue.line.flatMap((id) => input.state.tickets.get(id)?.number ?? []),
    appointments: bookedTimes(input.state, queue),
  });

const publicCall = (state: ShopState, ticket: Ticket): PublicCall =>
  keepCall(ticket, {
    number: ticket.number,
    queue_id: ticket.queueId,
    status: ticket.status,
    counter: counterLabel(state, ticket),
    calls: ticket.calls,
    called_at: isoTimeOrNull(ticket.calledAt),
    ...appointmentTime(ticket),
  });

const isAtCounter = ({ status }: Ticket): boolean =>
  status === "called" || status === "serving" || status === "on_hold";

/** Later entries win where two days share a number: ended calls first, then those that stand now. */
const callsToShow = (state: ShopState): readonly Ticket[] => [
  ...listedCalls(state, [...state.queues.keys()]).toReversed(),
  ...[...state.tickets.values()].filter(isAtCounter),
];

/** What everyone in the room may know: numbers and order, nobody's name. */
export const publicView = (input: ViewInput): PublicView => {
  const { state } = input;
  const queues = [...state.queues.values()].filter((queue) => !queue.archived || queue.line.length > 0);
  return {
    shop: { self: keepShop(state.shop, shopOnWire(input)) },
    queues: Object.fromEntries(queues.map((queue) => [queue.id, publicQueue(input, queue)])),
    services: servicesOnWire(state),
    calls: Object.fromEntries(callsToShow(state).map((ticket) => [ticket.number, publicCall(state, ticket)])),
  };
};
