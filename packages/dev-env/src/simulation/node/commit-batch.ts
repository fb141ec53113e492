import { type BatchPlan, type HeldShop, planBatch, type Submission } from "@callnext/server/simulation";
import { StoreError } from "../store/store-error.ts";
import type { StoreLink } from "../store/store-link.ts";
import { START } from "../world/clock.ts";
import { bringUp } from "./bring-up.ts";

/** The commit's answer did not come: only the database knows. */
export class UnknownCommit extends Error {
  override readonly name = "UnknownCommit";
  readonly plan: BatchPlan;

  constructor(plan: BatchPlan) {
    super("A commit was not answered.");
    this.plan = plan;
  }
}

export interface CommitContext {
  readonly link: StoreLink;
  readonly held: HeldShop;
  readonly newId: () => string;
}

/** One transaction: take the shop's row, decide, write everything and commit. `careful` looks the idempotency keys up first. */
export const commitBatch = async (
  { link, held, newId }: CommitContext,
  submissions: readonly Submission[],
  careful: boolean,
): Promise<BatchPlan> => {
  const { store } = link;
  const locked = await link.ask(async () => {
    const lock = await store.lock.take();
    return { lock, seq: store.seq, now: START + Math.floor(link.now) };
  });
  const base = await bringUp(link, held, locked.seq);
  try {
    const found = careful ? await link.ask(() => store.answers(submissions)) : new Map();
    const { epoch, state, bookers } = base.snapshot;
    const plan = planBatch(state, submissions, { epoch, now: locked.now, bookers, found, newId });
    await write(link, plan, () => {
      if (!locked.lock.isValid) throw new StoreError("unreachable");
      locked.lock.release();
      store.commit(plan, submissions);
    });
    return plan;
  } finally {
    base.hold();
  }
};

const write = async (link: StoreLink, plan: BatchPlan, work: () => void): Promise<void> => {
  try {
    await link.ask(work);
  } catch (error) {
    throw error instanceof StoreError && error.reason === "lost" ? new UnknownCommit(plan) : error;
  }
};
