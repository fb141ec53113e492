import { randomUUID } from "node:crypto";
import type { Command, QueueConfig, Shop, ShopEvent, ShopState } from "@callnext/core";
import { emptyShop, fold } from "@callnext/core";
import { pino } from "pino";
import { createInProcessBus } from "../../bus/in-process-bus.ts";
import { createTenant } from "../../storage/create-tenant.ts";
import type { OpenDatabase } from "../../storage/open-database.ts";
import { createShop } from "../create-shop.ts";
import {
  createShopRuntime,
  type RunningShopRuntime,
  type ShopRuntimeOptions,
} from "../create-shop-runtime.ts";
import type { CommandAnswer, CommandOutcome, ShopRuntime, Submission } from "../shop-runtime.ts";

const allDay = [{ opens: "00:00", closes: "24:00" }];

export const shopDetails: Omit<Shop, "id" | "slug"> = {
  name: "Centre",
  address: "1 rue de la Paix",
  timeZone: "Africa/Dakar",
  locale: "fr",
  openingHours: {
    monday: allDay,
    tuesday: allDay,
    wednesday: allDay,
    thursday: allDay,
    friday: allDay,
    saturday: allDay,
    sunday: allDay,
  },
  dayTurnsAtMinutes: 240,
  graceMinutes: 15,
  newCountersByLabel: true,
  publicNames: false,
  phoneAlone: false,
};

/** One node on the database: its own pool users' view, cache and bus. */
export function openNode(
  database: Pick<OpenDatabase, "pool" | "db">,
  options: Partial<ShopRuntimeOptions> = {},
): RunningShopRuntime {
  const log = pino({ level: "silent" });
  const { pool, db } = database;
  return createShopRuntime({ pool, db, log, bus: createInProcessBus(log), ...options });
}

export interface TestShop {
  readonly tenantId: number;
  readonly shopId: number;
  readonly queueId: string;
}

/** A tenant with one shop and one queue that is first come, first served. */
export async function makeShop(database: Pick<OpenDatabase, "db">, runtime: ShopRuntime): Promise<TestShop> {
  const slug = `test-${randomUUID()}`;
  const tenantId = await createTenant(database.db, { slug, name: "Test", locale: "fr" });
  if (tenantId === "slug-taken") throw new Error("a random slug is free");
  const shopId = await createShop(database.db, tenantId, { ...shopDetails, slug });
  const queueId = randomUUID();
  await done(runtime, { shopId, command: { type: "configure-queue", queue: queueConfig(queueId, "A") } });
  return { tenantId, shopId, queueId };
}

export function queueConfig(id: string, prefix: string): QueueConfig {
  return {
    id,
    name: `Queue ${prefix}`,
    prefix,
    policy: { kind: "fifo" },
    capacity: null,
    serviceIds: [],
    targetWaitMinutes: 15,
    archived: false,
    rank: 1,
  };
}

export function issue(queueId: string, ticketId: string = randomUUID()): Command {
  return {
    type: "issue-ticket",
    ticketId,
    queueId,
    serviceId: null,
    priority: 0,
    partySize: 1,
    locale: null,
  };
}

export function submit(
  runtime: ShopRuntime,
  submission: Omit<Submission, "by"> & Partial<Submission>,
): Promise<CommandOutcome> {
  return runtime.submit({ by: { kind: "system" }, ...submission });
}

/** The answer of a command that must not be refused. */
export async function done(
  runtime: ShopRuntime,
  submission: Omit<Submission, "by"> & Partial<Submission>,
): Promise<CommandAnswer> {
  const outcome = await submit(runtime, submission);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.answer;
}

/** The shop's whole stream. */
export async function allEvents(runtime: ShopRuntime, shopId: number): Promise<readonly ShopEvent[]> {
  const events: ShopEvent[] = [];
  for (;;) {
    const page = await runtime.events(shopId, events.length, 1_000);
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** What the events alone make of the shop. */
export function foldAll(events: readonly ShopEvent[]): ShopState {
  const first = events[0];
  if (first?.type !== "shop-configured") throw new Error("a shop's stream begins with its configuration");
  return fold(emptyShop(first.shop, first.at), events);
}

/** Looks again until it holds; for what another process or the database does in its own time. */
export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`it did not come about within ${withinMs} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
