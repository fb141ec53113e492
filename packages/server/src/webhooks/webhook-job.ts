import type { ShopEvent } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import type { Logger } from "pino";
import type { Directory } from "../people/directory.ts";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { logDelivery } from "./delivery-log.ts";
import { eventToSend } from "./event-to-send.ts";
import { type Sending, sendEvent, type Target } from "./send-event.ts";
import type { Delivery } from "./webhook.ts";

const LOOK_EVERY_MS = 1_000;
/** Shops at work on this node at once. */
const AT_ONCE = 20;
/** Another node takes a shop over whose node fell silent; what it was about to send comes twice then. */
const HOLD_SECONDS = 60;
/** Of that, this much may be used, so that one last try ends within it. */
const WORK_MS = 40_000;
const EVENTS_AT_ONCE = 50;
/** Before each further try; after the last one the event is given up. A day in all. */
const PAUSES_S = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200];

export interface WebhookJobNeeds extends Sending {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "events">;
  readonly directory: Pick<Directory, "tickets">;
  readonly log: Logger;
}

interface Claim {
  readonly webhook_id: string;
  readonly tenant_id: number;
  readonly shop_id: number;
  readonly seq: number;
  readonly attempts: number;
}

interface Hook extends Target {
  readonly events: readonly string[];
  readonly tenant: string;
}

/** How far a shop's stream was told, and when to go on. */
interface Progress {
  readonly seq: number;
  readonly attempts: number;
  readonly dueAt: number;
}

interface Step {
  /** Done with this shop for now: the next round may have it, on any node. */
  readonly letGo: boolean;
  readonly delivery?: Delivery;
}

/** Tells other servers what was committed, in the order of each shop's stream and at least once. Any node does it. */
export class WebhookJob implements AsyncDisposable {
  readonly #needs: WebhookJobNeeds;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(needs: WebhookJobNeeds) {
    this.#needs = needs;
    this.#schedule();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#working = this.#round().finally(() => this.#schedule());
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    const { db, log, now } = this.#needs;
    try {
      const claimed = await sql<Claim>`
        select * from claim_webhooks(${new Date(now())}, ${HOLD_SECONDS}, ${AT_ONCE})`.execute(db);
      await Promise.all(claimed.rows.map((claim) => this.#tell(claim)));
    } catch (error) {
      log.debug({ err: error }, "webhooks could not be looked through");
    }
  }

  /** One webhook's trouble is not the others'. */
  async #tell(claim: Claim): Promise<void> {
    try {
      const hook = await this.#hookOf(claim);
      if (hook !== undefined) await this.#goOn(claim, hook);
    } catch (error) {
      this.#needs.log.warn({ err: error, webhook: claim.webhook_id }, "a webhook could not be served");
    }
  }

  #hookOf({ tenant_id: tenantId, webhook_id: id }: Claim): Promise<Hook | undefined> {
    return inTenant(this.#needs.db, tenantId, (trx) =>
      trx
        .selectFrom("webhooks")
        .innerJoin("tenants", "tenants.id", "webhooks.tenant_id")
        .select([
          "webhooks.id",
          "webhooks.url",
          "webhooks.sealed",
          "webhooks.events",
          "tenants.slug as tenant",
        ])
        .where("webhooks.id", "=", id)
        .executeTakeFirst(),
    );
  }

  async #goOn(claim: Claim, hook: Hook): Promise<void> {
    const { runtime, now } = this.#needs;
    const until = performance.now() + WORK_MS;
    const events = await runtime.events(claim.shop_id, claim.seq, EVENTS_AT_ONCE);
    const wanted = events.filter(({ type }) => hook.events.includes(type));
    const told = await this.#told(claim, hook, wanted);
    let at: Progress = { seq: claim.seq, attempts: claim.attempts, dueAt: now() };
    for (const event of wanted) {
      if (this.#stopped || performance.now() > until) return this.#keep(claim, at, { letGo: true });
      const delivery = await sendEvent(this.#needs, hook, eventToSend(event, told), at.attempts + 1);
      at = after(event, at, delivery, now());
      const isLast = delivery.outcome !== "delivered" && at.seq === event.seq;
      const letGo = delivery.outcome !== "delivered";
      await this.#keep(claim, at, {
        letGo,
        delivery: isLast ? { ...delivery, outcome: "given-up" } : delivery,
      });
      if (letGo) return;
    }
    const seq = events.at(-1)?.seq ?? at.seq;
    await this.#keep(claim, { ...at, seq, attempts: 0 }, { letGo: true });
  }

  async #told(claim: Claim, hook: Hook, events: readonly ShopEvent[]) {
    const { db, directory } = this.#needs;
    const { tenant_id: tenantId, shop_id: shopId } = claim;
    const ids = [...new Set(events.flatMap((event) => ("ticketId" in event ? [event.ticketId] : [])))];
    const { epoch } = await db.selectFrom("incarnation").select("epoch").executeTakeFirstOrThrow();
    const tickets = await directory.tickets({ tenantId, shopId }, ids);
    return {
      epoch,
      tenant: hook.tenant,
      shopId,
      tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    };
  }

  #keep(claim: Claim, { seq, attempts, dueAt }: Progress, { letGo, delivery }: Step): Promise<void> {
    const { webhook_id: webhookId, tenant_id: tenantId, shop_id: shopId } = claim;
    return inTenant(this.#needs.db, tenantId, async (trx) => {
      await trx
        .updateTable("webhook_cursors")
        .set({ seq, attempts, due_at: new Date(dueAt), ...(letGo ? { claimed_until: null } : {}) })
        .where("webhook_id", "=", webhookId)
        .where("shop_id", "=", shopId)
        .execute();
      if (delivery !== undefined) await logDelivery(trx, tenantId, webhookId, delivery);
    });
  }
}

/** A try that failed is made again after a while, and what comes after it waits; at last it is given up. */
function after(event: ShopEvent, before: Progress, { outcome }: Delivery, now: number): Progress {
  if (outcome === "delivered") return { seq: event.seq, attempts: 0, dueAt: now };
  const pause = PAUSES_S[before.attempts];
  if (pause === undefined) return { seq: event.seq, attempts: 0, dueAt: now };
  return { seq: before.seq, attempts: before.attempts + 1, dueAt: now + pause * 1_000 };
}
