import {
  type BookingRules,
  type Command,
  emptyShop,
  type ShopState,
  USUAL_BOOKING_RULES,
} from "@callnext/core";
import { testDisplay, testProvider, testQueueConfig, testService, testShop } from "@callnext/core/testing";
import { planBatch, type Submission, type TenantRef } from "@callnext/server/simulation";
import type { SimulatedStore } from "../store/store.ts";
import { START } from "../world/clock.ts";
import type { Random } from "../world/random.ts";
import type { Plan } from "./draw-plan.ts";

export const TENANT: TenantRef = { id: 1, slug: "clinique", name: "Clinique Madeleine", locale: "fr" };
export const SHOP_ID = 1;
export const QUEUES = ["queue-a", "queue-b"] as const;
/** How many walk-ins are called before an appointment that is due, where the shop takes appointments. */
export const WALK_INS_AHEAD = { [QUEUES[0]]: 1, [QUEUES[1]]: 0 } as const;
export const PROVIDERS = ["awa", "room"] as const;
/** Minutes, so short that all of it comes about within a run. */
const BOOKING: BookingRules = {
  ...USUAL_BOOKING_RULES,
  holdMinutes: 3 / 60,
  checkInEarlyMinutes: 5 / 60,
  checkInLateMinutes: 4 / 60,
};
/** The first shows both queues, the second only the first one. */
export const DISPLAYS = [
  "00000000-0000-4000-8000-0000000000d1",
  "00000000-0000-4000-8000-0000000000d2",
] as const;
export const STAFF: ReadonlyMap<number, string> = new Map([
  [11, "Dr. Awa Diop"],
  [12, "Dr. Moussa Ndiaye"],
  [13, "Dr. Fatou Sarr"],
]);

/** The shop before its first event. */
export const beginShop = (): ShopState => emptyShop(testShop({ id: SHOP_ID }), START - 60_000);

const withoutBookings: readonly Command[] = [
  { type: "configure-queue", queue: testQueueConfig({ id: QUEUES[0] }) },
  {
    type: "configure-queue",
    queue: testQueueConfig({
      id: QUEUES[1],
      name: "Laboratoire",
      prefix: "B",
      rank: 2,
      policy: { kind: "priority", headStartMinutes: [10, 30] },
    }),
  },
  { type: "configure-display", display: testDisplay({ id: DISPLAYS[0], queueIds: QUEUES }) },
  {
    type: "configure-display",
    display: testDisplay({ id: DISPLAYS[1], name: "Couloir", queueIds: [QUEUES[0]] }),
  },
];

const queueOf = (index: 0 | 1, walkInsAhead: number): Command => {
  const command = withoutBookings[index];
  if (command?.type !== "configure-queue") throw new Error("The queues are configured first.");
  const serviceIds = [index + 1];
  return { ...command, queue: { ...command.queue, serviceIds, walkInsAhead } };
};

/** A visit lasts seconds here, so that a run sees many: three in the first queue, two in the second. */
const withBookings: readonly Command[] = [
  { type: "configure-shop", shop: { ...beginShop().shop, booking: BOOKING } },
  { type: "configure-service", service: testService({ id: 1, durationMinutes: 3 / 60 }) },
  { type: "configure-service", service: testService({ id: 2, name: "Analyse", durationMinutes: 2 / 60 }) },
  queueOf(0, WALK_INS_AHEAD[QUEUES[0]]),
  queueOf(1, WALK_INS_AHEAD[QUEUES[1]]),
  ...withoutBookings.slice(2),
  { type: "configure-provider", provider: testProvider({ id: PROVIDERS[0], staffId: 11, serviceIds: [1] }) },
  { type: "configure-provider", provider: testProvider({ id: PROVIDERS[1], lanes: 2, rank: 2 }) },
];

/** Sets the shop up, with this many visitors waiting. */
export const openShop = (
  store: SimulatedStore,
  random: Random,
  { waiting, bookings }: Pick<Plan, "waiting" | "bookings">,
): void => {
  const configuration = bookings ? withBookings : withoutBookings;
  const joins = Array.from({ length: waiting }, (_, index): Submission => {
    const ticketId = random.uuid();
    const command: Command = {
      type: "issue-ticket",
      ticketId,
      queueId: random.pick(QUEUES),
      serviceId: null,
      priority: 0,
      partySize: 1,
      locale: null,
    };
    const person = { fullName: `Visitor ${index + 1}`, phone: null, email: null };
    return { shopId: SHOP_ID, by: { kind: "system" }, command, person, ref: `opening-${index + 1}` };
  });
  const setUp = configuration.map((command): Submission => ({
    shopId: SHOP_ID,
    by: { kind: "system" },
    command,
    ref: "opening",
  }));
  const submissions = [...setUp, ...joins];
  const { epoch, state, bookers } = store.load();
  const found = new Map<string, never>();
  store.commit(
    planBatch(state, submissions, { epoch, now: START, bookers, found, newId: () => random.uuid() }),
    submissions,
  );
};
