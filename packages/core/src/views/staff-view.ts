import { type Queue, USUAL_WALK_INS_AHEAD } from "../queue/queue.ts";
import type { Counter, Display, Shop } from "../queue/shop.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import { queueOnWire } from "./queue-on-wire.ts";
import { servicesOnWire } from "./services-on-wire.ts";
import { shopOnWire } from "./shop-on-wire.ts";
import { staffTicket } from "./staff-ticket.ts";
import type { StaffCounter, StaffDisplay, StaffQueue, StaffShop, StaffView } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const keepShop = createIdentityKeeper<Shop, StaffShop>();
const keepQueue = createIdentityKeeper<Queue, StaffQueue>();
const keepCounter = createIdentityKeeper<Counter, StaffCounter>();
const keepDisplay = createIdentityKeeper<Display, StaffDisplay>();

const NO_DAYS: StaffShop["special_days"] = [];

const staffShop = (input: ViewInput): StaffShop => {
  const { shop, serviceDay } = input.state;
  return keepShop(shop, {
    ...shopOnWire(input),
    day_turns_at_minutes: shop.dayTurnsAtMinutes,
    grace_minutes: shop.graceMinutes,
    new_counters_by_label: shop.newCountersByLabel,
    public_names: shop.publicNames,
    phone_alone: shop.phoneAlone,
    publish_record: shop.publishRecord ?? false,
    special_days: shop.specialDays ?? NO_DAYS,
    service_day: serviceDay,
  });
};

const staffQueue = (input: ViewInput, queue: Queue): StaffQueue =>
  keepQueue(queue, {
    ...queueOnWire(input, queue),
    policy: queue.policy,
    target_wait_minutes: queue.targetWaitMinutes,
    archived: queue.archived,
    line: queue.line.flatMap((id) => input.state.tickets.get(id)?.entry ?? []),
    line_seq: queue.lineSeq,
    walk_ins_ahead: queue.walkInsAhead === undefined ? USUAL_WALK_INS_AHEAD : queue.walkInsAhead,
  });

const staffCounter = ({ state }: ViewInput, counter: Counter): StaffCounter =>
  keepCounter(counter, {
    id: counter.id,
    label: counter.label,
    archived: counter.archived,
    ticket_id: state.busy.get(counter.id) ?? null,
  });

const staffDisplay = (display: Display): StaffDisplay =>
  keepDisplay(display, {
    id: display.id,
    name: display.name,
    active: display.active,
    public: display.public,
    queue_ids: display.queueIds,
  });

/** Everything that staff of the shop may see, names included. */
export const staffView = (input: ViewInput): StaffView => {
  const { state } = input;
  return {
    shop: { self: staffShop(input) },
    queues: Object.fromEntries(
      [...state.queues.values()].map((queue) => [queue.id, staffQueue(input, queue)]),
    ),
    services: servicesOnWire(state),
    counters: Object.fromEntries(
      [...state.counters.values()].map((counter) => [counter.id, staffCounter(input, counter)]),
    ),
    displays: Object.fromEntries(
      [...state.displays.values()].map((display) => [display.id, staffDisplay(display)]),
    ),
    tickets: Object.fromEntries(
      [...state.tickets.values()].map((ticket) => [ticket.id, staffTicket(ticket, input)]),
    ),
  };
};
