import { type Command, emptyShop, type ShopState } from "@callnext/core";
import { runCommands, testDisplay, testQueueConfig, testShop } from "@callnext/core/testing";
import type { InMemoryShop } from "../../shops/testing/in-memory-runtime.ts";

export const MORNING = Date.UTC(2026, 10, 22, 8);

export const QUEUE_A = "aaaaaaaa-0000-4000-8000-000000000001";
export const QUEUE_B = "aaaaaaaa-0000-4000-8000-000000000002";
export const QUEUE_OTHER = "aaaaaaaa-0000-4000-8000-000000000009";
export const DISPLAY = "dddddddd-0000-4000-8000-000000000001";
export const DISPLAY_OFF = "dddddddd-0000-4000-8000-000000000002";
export const DISPLAY_EMPTY = "dddddddd-0000-4000-8000-000000000003";
export const DISPLAY_B = "dddddddd-0000-4000-8000-000000000004";
export const DISPLAY_OTHER = "dddddddd-0000-4000-8000-000000000009";

export const SLUG = "clinique-madeleine";
export const OTHER_SLUG = "salon-teranga";

const configured = (id: number, commands: readonly Command[], change: object = {}): ShopState =>
  runCommands(
    emptyShop(testShop({ id, slug: `shop-${id}`, ...change }), MORNING),
    commands.map((command) => ({ command })),
  ).state;

const display = (id: string, change: object): Command => ({
  type: "configure-display",
  display: testDisplay({ id, ...change }),
});

/** Shop 1: queues A and B, displays of every kind. Shop 2 of another tenant: one queue, one display, public names. */
export const testShops = (): readonly InMemoryShop[] => [
  {
    tenant: { id: 11, slug: SLUG, name: "Clinique Madeleine", locale: "fr" },
    state: configured(1, [
      { type: "configure-queue", queue: testQueueConfig({ id: QUEUE_A }) },
      {
        type: "configure-queue",
        queue: testQueueConfig({ id: QUEUE_B, prefix: "B", name: "Pharmacie", rank: 2 }),
      },
      display(DISPLAY, { queueIds: [QUEUE_A, QUEUE_B] }),
      display(DISPLAY_OFF, { queueIds: [QUEUE_A], active: false }),
      display(DISPLAY_EMPTY, { queueIds: [] }),
      display(DISPLAY_B, { queueIds: [QUEUE_B] }),
    ]),
  },
  {
    tenant: { id: 22, slug: OTHER_SLUG, name: "Salon Teranga", locale: "en" },
    state: configured(
      2,
      [
        { type: "configure-queue", queue: testQueueConfig({ id: QUEUE_OTHER }) },
        display(DISPLAY_OTHER, { queueIds: [QUEUE_OTHER] }),
      ],
      { publicNames: true },
    ),
  },
];

/** Where each display stands. */
export const SHOP_OF_DISPLAY: ReadonlyMap<string, number> = new Map([
  [DISPLAY, 1],
  [DISPLAY_OFF, 1],
  [DISPLAY_EMPTY, 1],
  [DISPLAY_B, 1],
  [DISPLAY_OTHER, 2],
]);
