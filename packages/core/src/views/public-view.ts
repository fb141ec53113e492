import type { Queue } from "../queue/queue.ts";
import type { Shop, ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";
import { counterLabel } from "./counter-on-wire.ts";
import { isoTimeOrNull } from "./iso-time.ts";
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

const publicQueue = (state: ShopState, queue: Queue): PublicQueue =>
  keepQueue(queue, {
    ...queueOnWire(state, queue),
    line: queue.line.flatMap((id) => state.tickets.get(id)?.number ?? []),
  });

const publicCall = (state: ShopState, ticket: Ticket): PublicCall =>
  keepCall(ticket, {
    number: ticket.number,
    queue_id: ticket.queueId,
    status: ticket.status,
    counter: counterLabel(state, ticket),
    calls: ticket.calls,
    called_at: isoTimeOrNull(ticket.calledAt),
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
    queues: Object.fromEntries(queues.map((queue) => [queue.id, publicQueue(state, queue)])),
    services: servicesOnWire(state),
    calls: Object.fromEntries(callsToShow(state).map((ticket) => [ticket.number, publicCall(state, ticket)])),
  };
};
