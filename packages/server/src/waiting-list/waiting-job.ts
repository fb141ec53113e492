import type { ShopEvent } from "@callnext/core";
import { sql } from "kysely";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { lookAtShop, type LookNeeds } from "./look-at-shop.ts";

const LOOK_EVERY_MS = 1_000;
/** Shops at work on this node at once. */
const AT_ONCE = 10;
/** Another node takes a shop over whose node fell silent. */
const HOLD_SECONDS = 60;
/** Nothing has to happen for lead time and horizon to move. */
const IDLE_SECONDS = 60;
const EVENTS_AT_ONCE = 200;
const FORGET_EVERY_MS = 3_600_000;
const KEPT_DAYS = 30;
const FORGOTTEN_AT_ONCE = 1_000;

/** What may have brought a free slot, or an answer to an offer. The rest, most of it, is about walk-ins. */
const TELLING: ReadonlySet<ShopEvent["type"]> = new Set<ShopEvent["type"]>([
  "shop-configured",
  "service-configured",
  "provider-configured",
  "service-day-started",
  "slot-released",
  "appointment-booked",
  "appointment-moved",
  "appointment-cancelled",
  "appointment-missed",
  "appointment-completed",
]);

export interface WaitingJobNeeds extends LookNeeds {
  readonly runtime: LookNeeds["runtime"] & Pick<ShopRuntime, "events">;
}

interface Claim {
  readonly shop_id: number;
  readonly tenant_id: number;
  readonly seq: number;
  /** Not looked at yet, or not for a while: whatever happened. */
  readonly is_first: boolean;
}

/** Offers free slots to those who wait for them. Any node does it; each shop is looked at by one at a time. */
export class WaitingJob implements AsyncDisposable {
  readonly #needs: WaitingJobNeeds;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #forgotAt = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(needs: WaitingJobNeeds) {
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
      const claimed = await sql<Claim>`select * from claim_waiting_shops(
        ${new Date(now())}, ${HOLD_SECONDS}, ${IDLE_SECONDS}, ${AT_ONCE})`.execute(db);
      for (const claim of claimed.rows) {
        if (this.#stopped) return;
        await this.#look(claim);
      }
      await this.#forget();
    } catch (error) {
      log.debug({ err: error }, "the waiting lists could not be looked through");
    }
  }

  /** One shop's trouble is not the others'. What was claimed stays so for a minute then. */
  async #look(claim: Claim): Promise<void> {
    const { shop_id: shopId, tenant_id: tenantId, is_first: isFirst } = claim;
    try {
      const events = isFirst ? [] : await this.#needs.runtime.events(shopId, claim.seq, EVENTS_AT_ONCE);
      const isTold =
        isFirst || events.length === EVENTS_AT_ONCE || events.some(({ type }) => TELLING.has(type));
      if (isTold) await this.#keep(claim, await lookAtShop(this.#needs, { tenantId, shopId }));
      else await this.#keep(claim, events.at(-1)?.seq ?? claim.seq);
    } catch (error) {
      this.#needs.log.warn({ err: error, shopId }, "a waiting list could not be looked through");
    }
  }

  async #keep({ shop_id: shopId, tenant_id: tenantId }: Claim, seq: number): Promise<void> {
    await inTenant(this.#needs.db, tenantId, async (trx) => {
      await trx
        .updateTable("waiting_cursors")
        .set({ seq, claimed_until: null })
        .where("shop_id", "=", shopId)
        .execute();
    });
  }

  async #forget(): Promise<void> {
    const { db, now } = this.#needs;
    if (now() - this.#forgotAt < FORGET_EVERY_MS) return;
    this.#forgotAt = now();
    await sql`select forget_waiting(${new Date(now())}, ${KEPT_DAYS}, ${FORGOTTEN_AT_ONCE})`.execute(db);
  }
}
