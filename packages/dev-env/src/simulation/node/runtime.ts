import { nextMoment, type ShopEvent } from "@callnext/core";
import {
  type BatchPlan,
  type CommandOutcome,
  coalesce,
  HealthRecord,
  HeldShop,
  OUTAGE_MS,
  POLL_MS,
  type ShopRuntime,
  type ShopSnapshot,
  type SocketLog,
  type Submission,
} from "@callnext/server/simulation";
import { StoreError } from "../store/store-error.ts";
import type { StoreLink } from "../store/store-link.ts";
import type { Host } from "../world/host.ts";
import { START } from "../world/clock.ts";
import { answerOf } from "./answer-of.ts";
import { bringUp } from "./bring-up.ts";
import { commitBatch, UnknownCommit } from "./commit-batch.ts";

const BATCH_TIME_MS = 8_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;
const UNAVAILABLE: CommandOutcome = { ok: false, refusal: { code: "unavailable" } };

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (outcome: CommandOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface RuntimeOptions {
  readonly host: Host;
  readonly link: StoreLink;
  readonly log: SocketLog;
  readonly newId: () => string;
  readonly publish: (seq: number) => void;
}

/**
 * One shop on one node, over the simulated database: what the server's own runtime does over PostgreSQL, with the
 * server's own rules for batches, idempotency keys and held states.
 */
export class SimulatedRuntime implements ShopRuntime {
  readonly held: HeldShop;
  readonly #options: RuntimeOptions;
  readonly #catchUp: () => Promise<void>;
  readonly #health: HealthRecord;
  #mailbox: Waiting[] = [];
  #isWorking = false;
  #timesKept = 0;
  #verifiedAt = Number.NEGATIVE_INFINITY;

  constructor(options: RuntimeOptions) {
    this.#options = options;
    this.held = new HeldShop(options.log);
    this.#health = new HealthRecord(() => options.link.now);
    this.#catchUp = coalesce(() => this.#catchUpNow());
    this.#schedulePoll();
  }

  submit(submission: Submission): Promise<CommandOutcome> {
    const { database, since } = this.#health.current;
    if (database === "down" && this.#options.link.now - since > OUTAGE_MS)
      return Promise.resolve(UNAVAILABLE);
    return new Promise((resolve, reject) => {
      this.#mailbox.push({ submission, resolve, reject });
      void this.#work();
    });
  }

  async snapshot(): Promise<ShopSnapshot | undefined> {
    if (this.held.snapshot === undefined) await this.#catchUp();
    return this.held.snapshot;
  }

  async freshSnapshot(): Promise<ShopSnapshot | undefined> {
    await this.#catchUp();
    return this.held.snapshot;
  }

  follow(_shopId: number, listener: Parameters<ShopRuntime["follow"]>[1]): Disposable {
    const following = this.held.follow(listener);
    this.snapshot().catch((err: unknown) =>
      this.#options.log.info({ err }, "a followed shop could not be loaded yet"),
    );
    return following;
  }

  async events(_shopId: number, sinceSeq: number, limit: number): Promise<readonly ShopEvent[]> {
    const { link } = this.#options;
    const logged = await link.ask(() => link.store.eventsAfter(sinceSeq, limit));
    return logged.map(({ event }) => event);
  }

  verifiedMsAgo(): number {
    return this.#options.link.now - this.#verifiedAt;
  }

  staffChanged(): Promise<void> {
    return Promise.resolve();
  }

  peopleErased(): Promise<void> {
    return Promise.resolve();
  }

  /** A hint of a commit, perhaps this node's own. */
  hear(seq: number): void {
    const held = this.held.snapshot?.state.seq;
    if (held !== undefined && held < seq && this.held.isFollowed) this.#catchUpSoon();
  }

  /** Has the shop told what time has brought, as the server's own watch does. */
  #keepTime(): void {
    const { link, log } = this.#options;
    const state = this.held.snapshot?.state;
    const moment = state === undefined ? null : nextMoment(state);
    if (state === undefined || moment === null || moment > START + Math.floor(link.now)) return;
    this.#timesKept += 1;
    this.submit({
      shopId: state.shop.id,
      by: { kind: "system" },
      command: { type: "keep-time" },
      ref: `${this.#options.host.name}-time-${this.#timesKept}`,
    }).catch((err: unknown) => log.info({ err }, "a shop could not be told what time has brought"));
  }

  #schedulePoll(): void {
    this.#options.host.after(POLL_MS, () => {
      void this.#poll().finally(() => this.#schedulePoll());
    });
  }

  async #poll(): Promise<void> {
    const { link, log } = this.#options;
    if (!this.held.isFollowed) return;
    const askedAt = link.now;
    const known = this.held.snapshot?.state.seq;
    try {
      const seq = await link.ask(() => link.store.seq);
      this.#health.answered();
      const held = this.held.snapshot?.state.seq;
      // Commits of this node may have moved it on since the question.
      if (known !== undefined && held !== undefined && known <= seq && seq <= held) this.#verified(askedAt);
      else this.#catchUpSoon();
    } catch (err) {
      this.#health.failed();
      log.info({ err }, "the shop's seq could not be read");
    }
    this.#keepTime();
  }

  #catchUpSoon(): void {
    this.#catchUp().catch((err: unknown) => this.#options.log.info({ err }, "a shop could not be caught up"));
  }

  async #catchUpNow(): Promise<void> {
    const { link } = this.#options;
    const askedAt = link.now;
    const seq = await link.ask(() => link.store.seq);
    // A commit of this node's own may have come in between.
    const { hold } = await bringUp(link, this.held, Math.max(seq, this.held.snapshot?.state.seq ?? 0));
    hold();
    this.#verified(askedAt);
  }

  /** The database, asked then, had nothing newer than what is held by now. */
  #verified(askedAt: number): void {
    this.#verifiedAt = Math.max(this.#verifiedAt, askedAt);
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#mailbox.length > 0) {
      const batch = this.#mailbox.splice(0);
      try {
        await this.#carryOut(batch);
      } catch (err) {
        this.#options.log.error({ err }, "a batch of commands failed");
        for (const { reject } of batch) reject(err);
      }
    }
    this.#isWorking = false;
  }

  async #carryOut(batch: readonly Waiting[]): Promise<void> {
    const began = this.#options.link.now;
    const plan = await this.#tryUntilDone(batch.map(({ submission }) => submission));
    if (plan !== undefined) {
      this.#verified(began);
      this.#health.answered();
      this.held.absorb(plan, plan.after);
      if (plan.events.length > 0) this.#options.publish(plan.after.seq);
    }
    const { snapshot } = this.held;
    for (const [index, { resolve }] of batch.entries()) {
      resolve(
        plan === undefined || snapshot === undefined ? UNAVAILABLE : answerOf(plan.results, index, snapshot),
      );
    }
  }

  /** Undefined where nothing is known to be done. */
  async #tryUntilDone(submissions: readonly Submission[]): Promise<BatchPlan | undefined> {
    const { link, newId } = this.#options;
    const deadline = link.now + BATCH_TIME_MS;
    let careful = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await commitBatch({ link, held: this.held, newId }, submissions, careful);
      } catch (error) {
        careful = true;
        if (error instanceof UnknownCommit) {
          const settled = await this.#settle(error.plan, deadline);
          if (settled !== "not-committed") return settled === "committed" ? error.plan : undefined;
        } else if (!(error instanceof StoreError)) {
          throw error;
        } else if (error.reason !== "claimed") {
          if (link.now + pause > deadline) return undefined;
          await link.pause(pause);
        }
      }
    }
  }

  async #settle(plan: BatchPlan, deadline: number): Promise<"committed" | "not-committed" | "unknown"> {
    const { link } = this.#options;
    while (link.now < deadline) {
      try {
        const isThere = await link.ask(async () => {
          const lock = await link.store.lock.take();
          lock.release();
          return link.store.hasEvents(plan);
        });
        return isThere ? "committed" : "not-committed";
      } catch {
        await link.pause(100);
      }
    }
    return "unknown";
  }
}
