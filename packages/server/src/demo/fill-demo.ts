import { randomUUID } from "node:crypto";
import type { Command, OpeningHours } from "@callnext/core";
import type { Kysely } from "kysely";
import type { Accounts } from "../people/accounts.ts";
import { newDisplay } from "../http/routes/settings/changed-display.ts";
import { newShop } from "../http/routes/settings/changed-shop.ts";
import { createShop } from "../shops/create-shop.ts";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import { createTenant } from "../storage/create-tenant.ts";
import { nextServiceId } from "../storage/next-service-id.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { DEMO, type DemoTenant } from "./demo-plan.ts";
import { demoProviders } from "./demo-providers.ts";

export interface DemoTools {
  readonly db: Kysely<Database>;
  readonly runtime: ShopRuntime;
  readonly accounts: Accounts;
}

const ALWAYS = [{ opens: "00:00", closes: "24:00" }];
const ALL_WEEK: OpeningHours = {
  monday: ALWAYS,
  tuesday: ALWAYS,
  wednesday: ALWAYS,
  thursday: ALWAYS,
  friday: ALWAYS,
  saturday: ALWAYS,
  sunday: ALWAYS,
};

/** Fills an empty database; the accounts are real ones and share the password. */
export async function fillDemo(tools: DemoTools, password: string): Promise<void> {
  for (const tenant of DEMO) await fillTenant(tools, tenant, password);
}

async function fillTenant(
  { db, runtime, accounts }: DemoTools,
  plan: DemoTenant,
  password: string,
): Promise<void> {
  const { slug, name, locale } = plan;
  const tenantId = await createTenant(db, { slug, name, locale });
  if (tenantId === "slug-taken") throw new Error(`the demo's ${slug} is there already`);
  const staffIds = new Map<string, number>();
  for (const { email, name: person, role } of plan.staff) {
    const { userId } = await accounts.ensure({ email, name: person, password });
    const member = { tenant_id: tenantId, user_id: userId, name: person, email, role };
    const { id } = await inTenant(db, tenantId, (trx) =>
      trx.insertInto("staff").values(member).returning("id").executeTakeFirstOrThrow(),
    );
    staffIds.set(email, id);
  }
  const { address, timeZone, publicNames, phoneAlone, booking } = plan.shop;
  const shop = {
    ...newShop(plan.shop.slug, plan.shop.name, timeZone, locale),
    address,
    publicNames,
    phoneAlone,
    booking,
  };
  const shopId = await createShop(db, tenantId, { ...shop, openingHours: ALL_WEEK });
  await runtime.staffChanged(tenantId);
  const submit = async (command: Command): Promise<void> => {
    const outcome = await runtime.submit({ shopId, by: { kind: "system" }, command });
    if (!outcome.ok) throw new Error(`the demo's ${command.type} was refused: ${outcome.refusal.code}`);
  };
  const serviceIds = await fillShop(plan, submit, () => nextServiceId(db));
  for (const command of demoProviders(plan, { serviceIds, staffIds, newId: randomUUID }))
    await submit(command);
}

/** Gives the ids of the services, in the plan's order. */
async function fillShop(
  plan: DemoTenant,
  submit: (command: Command) => Promise<void>,
  newServiceId: () => Promise<number>,
): Promise<readonly number[]> {
  const serviceIds: number[] = [];
  for (const { name, minutes } of plan.services) {
    const id = await newServiceId();
    serviceIds.push(id);
    await submit({
      type: "configure-service",
      service: { id, name, durationMinutes: minutes, archived: false },
    });
  }
  const queueIds: string[] = [];
  for (const [index, { name, prefix, policy, services }] of plan.queues.entries()) {
    const id = randomUUID();
    queueIds.push(id);
    const offered = services.flatMap((service) => serviceIds[service] ?? []);
    const settings = { capacity: null, targetWaitMinutes: 15, archived: false, rank: index + 1 };
    await submit({
      type: "configure-queue",
      queue: { id, name, prefix, policy, serviceIds: offered, ...settings },
    });
  }
  for (const label of plan.counters)
    await submit({ type: "configure-counter", counter: { id: randomUUID(), label, archived: false } });
  for (const { name, message, primaryColor } of plan.displays) {
    const display = newDisplay(randomUUID(), name, true);
    const theme = { ...display.theme, primaryColor };
    await submit({
      type: "configure-display",
      display: { ...display, queueIds, theme, customMessage: message },
    });
  }
  return serviceIds;
}
