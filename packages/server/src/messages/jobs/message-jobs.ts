import { sql } from "kysely";
import { inTenant } from "../../storage/tenant-scope.ts";
import { planShop, type PlanNeeds, type ShopCursor } from "../plan/plan-shop.ts";
import { sendMessage, type SendNeeds } from "../send/send-message.ts";
import { type Boss, type Job, openBoss } from "./open-boss.ts";

const LOOK_EVERY_MS = 1_000;
/** Another node goes on with a shop whose node fell silent. */
const HOLD_SECONDS = 60;
/** Of that, this much may be used. */
const WORK_MS = 30_000;
const SHOPS_AT_ONCE = 20;
const MESSAGES_AT_ONCE = 200;
/** A message that was handed out so long ago, and of which nothing was heard, is handed out again. */
const SILENT_SECONDS = 180;
const FORGET_EVERY_MS = 3_600_000;
const KEPT_DAYS = 400;

export type MessageJobNeeds = PlanNeeds & SendNeeds & { readonly ownerConnectionString: string };

/** Plans what is to be said from the shops' streams, and has it sent when its time comes. Any node does it. */
export class MessageJobs implements AsyncDisposable {
  readonly #needs: MessageJobNeeds;
  #boss: Boss | undefined;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;
  #isFailing = false;
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(needs: MessageJobNeeds) {
    this.#needs = needs;
    this.#schedule();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
    await this.#boss?.[Symbol.asyncDispose]();
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#working = this.#round().finally(() => this.#schedule());
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    try {
      await this.#plan();
      await this.#open();
      await this.#handOut();
      await this.#forget();
      this.#isFailing = false;
    } catch (error) {
      // Once for each trouble, which may last.
      const level = this.#isFailing ? "debug" : "warn";
      this.#needs.log[level]({ err: error }, "messages could not be looked through");
      this.#isFailing = true;
    }
  }

  async #plan(): Promise<void> {
    const claimed = await sql<ShopCursor>`select shop_id as "shopId", tenant_id as "tenantId", seq
      from claim_message_shops(${this.#now()}, ${HOLD_SECONDS}, ${SHOPS_AT_ONCE})`.execute(this.#needs.db);
    await Promise.all(claimed.rows.map((cursor) => this.#planShop(cursor)));
  }

  /** One shop's trouble is not the others'. */
  async #planShop(claimed: ShopCursor): Promise<void> {
    const until = performance.now() + WORK_MS;
    let cursor = claimed;
    try {
      while (!this.#stopped && performance.now() < until) {
        const next = await planShop(this.#needs, cursor);
        if (next === cursor) break;
        cursor = next;
      }
      await this.#letGo(cursor);
    } catch (error) {
      const { shopId } = claimed;
      this.#needs.log.warn({ err: error, shop: shopId }, "a shop's messages could not be planned");
    }
  }

  #letGo({ tenantId, shopId, seq }: ShopCursor): Promise<void> {
    return inTenant(this.#needs.db, tenantId, async (trx) => {
      await trx
        .updateTable("message_cursors")
        .set({ claimed_until: null })
        .where("shop_id", "=", shopId)
        .where("seq", "=", seq)
        .execute();
    });
  }

  async #handOut(): Promise<void> {
    if (this.#stopped) return;
    const due = await sql<Job>`select id, tenant_id as "tenantId"
      from queue_messages(${this.#now()}, ${SILENT_SECONDS}, ${MESSAGES_AT_ONCE})`.execute(this.#needs.db);
    await this.#boss?.give(due.rows);
  }

  /** In the first round, and where that fails in the next: what is planned waits, and nothing else does. */
  async #open(): Promise<void> {
    const needs = this.#needs;
    const carryOut = ({ tenantId, id }: Job) => sendMessage(needs, tenantId, id);
    this.#boss ??= await openBoss({ ...needs, carryOut });
  }

  async #forget(): Promise<void> {
    const now = this.#needs.now();
    if (now < this.#forgotAt + FORGET_EVERY_MS) return;
    await sql`select forget_messages(${this.#now()}, ${KEPT_DAYS}, ${10_000})`.execute(this.#needs.db);
    this.#forgotAt = now;
  }

  #now(): Date {
    return new Date(this.#needs.now());
  }
}
