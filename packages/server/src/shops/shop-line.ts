import type { ShopEvent } from "@callnext/core";
import type pg from "pg";
import type { Logger } from "pino";
import type { Bus } from "../bus/bus.ts";
import { tenantQueries } from "../storage/tenant-queries.ts";
import { bringUp } from "./bring-up.ts";
import { coalesce } from "./coalesce.ts";
import type { HealthRecord } from "./database-health.ts";
import { readErased } from "./erased-people.ts";
import { HeldShop } from "./held-shop.ts";
import { loadShop } from "./load-shop.ts";
import { Mailbox, type Waiting } from "./mailbox.ts";
import type { BatchPlan, Result } from "./plan-batch.ts";
import type { Queryable } from "./queryable.ts";
import { readEvents } from "./read-events.ts";
import { refusalOfCollision } from "./refusal-of-collision.ts";
import { type BatchOutcome, runBatch } from "./run-batch.ts";
import { shopPlace } from "./shop-place.ts";
import type { CommandOutcome, ShopSnapshot, Submission } from "./shop-runtime.ts";
import { readShopHeads, type ShopHead } from "./shop-heads.ts";
import { readStaffNames } from "./staff-names.ts";
import type { StoredAnswer } from "./stored-answer.ts";

export interface LineContext {
  readonly pool: pg.Pool;
  readonly bus: Bus;
  readonly log: Logger;
  readonly health: HealthRecord;
  readonly now?: (() => number) | undefined;
  readonly onBatch?: ((batch: BatchReport) => void) | undefined;
}

/** For metrics. */
export interface BatchReport {
  readonly commands: number;
  readonly events: number;
  readonly milliseconds: number;
}

/** One shop on this node: its line of commands, what is held of it, and its followers. */
export class ShopLine {
  readonly held: HeldShop;
  /** Brings what is held to the database's seq at the time of asking, or later. */
  readonly catchUp: () => Promise<void>;
  readonly #shopId: number;
  readonly #context: LineContext;
  readonly #mailbox = new Mailbox();
  #working: Promise<void> | undefined;
  /** By the clock that nobody sets. */
  #verifiedAt = Number.NEGATIVE_INFINITY;

  constructor(shopId: number, context: LineContext) {
    this.#shopId = shopId;
    this.#context = context;
    this.held = new HeldShop(context.log);
    this.catchUp = coalesce(() => this.#catchUp());
  }

  /** Nobody would miss it. */
  get isIdle(): boolean {
    return this.#working === undefined && this.#mailbox.isEmpty && !this.held.isFollowed;
  }

  /** See `ShopRuntime.verifiedMsAgo`. */
  get verifiedMsAgo(): number {
    return performance.now() - this.#verifiedAt;
  }

  /** The database, asked at `askedAt`, had nothing newer than what is held by now. */
  verified(askedAt: number): void {
    this.#verifiedAt = Math.max(this.#verifiedAt, askedAt);
  }

  /** Resolves when no command is under way. */
  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
  }

  submit(submission: Submission): Promise<CommandOutcome> {
    const outcome = this.#mailbox.post(submission);
    this.#work();
    return outcome;
  }

  async snapshot(): Promise<ShopSnapshot | undefined> {
    if (this.held.snapshot === undefined) await this.catchUp();
    return this.held.snapshot;
  }

  /** From the log, those after `sinceSeq`; none of an unknown shop. */
  async events(sinceSeq: number, limit: number): Promise<readonly ShopEvent[]> {
    const place = await shopPlace(this.#context.pool, this.#shopId, this.held);
    if (place === undefined) return [];
    return (await readEvents(this.#as(place.tenantId), this.#shopId, sinceSeq, limit)).events;
  }

  /** Reads anew what is no part of the log: the staff's names, and which visitors were erased. */
  async refreshNames(): Promise<void> {
    const held = this.held.snapshot;
    if (held === undefined) return;
    const staff = await readStaffNames(this.#as(held.tenant.id), held.tenant.id);
    const erased = await readErased(this.#as(held.tenant.id), held);
    this.held.rename(staff, erased);
  }

  #work(): void {
    if (this.#working !== undefined || this.#mailbox.isEmpty) return;
    this.#working = this.#workOff().finally(() => {
      this.#working = undefined;
      this.#work();
    });
  }

  async #workOff(): Promise<void> {
    while (!this.#mailbox.isEmpty) {
      const batch = this.#mailbox.take();
      try {
        await this.#carryOut(batch, false);
      } catch (error) {
        this.#context.log.error({ err: error, shopId: this.#shopId }, "a batch of commands failed");
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  async #carryOut(batch: readonly Waiting[], careful: boolean): Promise<void> {
    const began = performance.now();
    const outcome = await runBatch(
      { ...this.#context, shopId: this.#shopId, held: this.held },
      batch.map((waiting) => waiting.submission),
      careful,
    );
    if (outcome.kind === "committed") {
      this.#context.health.answered();
      this.verified(began);
      this.#publish(outcome.plan, batch);
      const milliseconds = performance.now() - began;
      this.#context.onBatch?.({ commands: batch.length, events: outcome.plan.events.length, milliseconds });
      return;
    }
    if (outcome.kind === "unavailable") this.#context.health.failed();
    // One command that the database refuses must not fail the others.
    if (outcome.kind === "rejected" && batch.length > 1) {
      for (const waiting of batch) await this.#carryOut([waiting], true);
      return;
    }
    for (const waiting of batch) this.#refuse(waiting, outcome);
  }

  #publish(plan: BatchPlan, batch: readonly Waiting[]): void {
    this.held.absorb(plan, plan.after);
    if (plan.events.length > 0) this.#context.bus.publish(this.#shopId, plan.after.seq);
    for (const [index, waiting] of batch.entries()) this.#deliver(waiting, plan.results, plan.results[index]);
  }

  #deliver(waiting: Waiting, results: readonly Result[], result: Result | undefined): void {
    const original = result?.kind === "twin" ? results[result.of] : result;
    const snapshot = this.held.snapshot;
    if (
      result === undefined ||
      original === undefined ||
      original.kind === "twin" ||
      snapshot === undefined
    ) {
      waiting.reject(new Error("A batch lost one of its results."));
    } else if (original.kind === "fault") {
      waiting.reject(original.error);
    } else {
      waiting.resolve(outcomeOf(original.stored, snapshot, result.kind !== "decided"));
    }
  }

  #refuse(
    { submission, resolve, reject }: Waiting,
    outcome: Exclude<BatchOutcome, { kind: "committed" }>,
  ): void {
    switch (outcome.kind) {
      case "shop-not-found":
        return resolve({ ok: false, refusal: { code: "shop-not-found", shopId: this.#shopId } });
      case "unavailable":
        return resolve({ ok: false, refusal: { code: "unavailable" } });
      case "rejected":
        try {
          const refusal = refusalOfCollision(outcome.error, submission, this.held.snapshot?.state);
          if (refusal !== undefined) return resolve({ ok: false, refusal });
          return reject(outcome.error);
        } catch (error) {
          return reject(error);
        }
    }
  }

  async #catchUp(): Promise<void> {
    const askedAt = performance.now();
    const known = this.held.snapshot?.state.seq;
    const [head] = await readShopHeads(this.#context.pool, [this.#shopId]);
    if (head === undefined) return this.held.forget();
    const restored = head.epoch !== this.held.snapshot?.epoch;
    if (known === undefined || restored || head.seq < known)
      await this.#loadAnew(head.tenant_id, known, restored);
    else await this.#moveUpTo(head, known);
    this.verified(askedAt);
  }

  async #moveUpTo(head: ShopHead, known: number): Promise<void> {
    if (head.seq > known) {
      // A commit of this node's own may have come in between.
      const seq = Math.max(head.seq, this.held.snapshot?.state.seq ?? 0);
      const { hold } = await bringUp(this.#as(head.tenant_id), this.held, this.#shopId, { ...head, seq });
      hold();
    }
    if (head.staff_version !== this.held.staffVersion) await this.refreshNames();
  }

  /** Nothing is held, or what is held is of another past: a backup was restored. */
  async #loadAnew(tenantId: number, known: number | undefined, restored: boolean): Promise<void> {
    const loaded = await loadShop(this.#as(tenantId), this.#shopId);
    if (known !== undefined && restored) {
      this.#context.log.warn({ shopId: this.#shopId, known }, "the database was restored from a backup");
    } else if (known !== undefined) {
      this.#context.log.error(
        { shopId: this.#shopId, known },
        "the database is older than what was read from it before",
      );
      this.held.forget();
    }
    if (loaded !== undefined) this.held.adopt(loaded);
  }

  #as(tenantId: number): Queryable {
    return tenantQueries(this.#context.pool, tenantId);
  }
}

function outcomeOf(stored: StoredAnswer, snapshot: ShopSnapshot, replayed: boolean): CommandOutcome {
  return stored.ok ? { ok: true, answer: stored.answer, snapshot, replayed } : stored;
}
