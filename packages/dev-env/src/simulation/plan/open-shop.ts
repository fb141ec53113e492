import { type Command, emptyShop, type ShopState } from "@callnext/core";
import { testDisplay, testQueueConfig, testShop } from "@callnext/core/testing";
import { planBatch, type Submission, type TenantRef } from "@callnext/server/simulation";
import type { SimulatedStore } from "../store/store.ts";
import { START } from "../world/clock.ts";
import type { Random } from "../world/random.ts";

export const TENANT: TenantRef = { id: 1, slug: "clinique", name: "Clinique Madeleine", locale: "fr" };
export const SHOP_ID = 1;
export const QUEUES = ["queue-a", "queue-b"] as const;
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

const configuration: readonly Command[] = [
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

/** Sets the shop up, with this many visitors waiting. */
export const openShop = (store: SimulatedStore, random: Random, waiting: number): void => {
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
  const { epoch, state } = store.load();
  const found = new Map<string, never>();
  store.commit(
    planBatch(state, submissions, { epoch, now: START, found, newId: () => random.uuid() }),
    submissions,
  );
};
