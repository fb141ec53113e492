import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { type CommitContext, commitBatch, UnknownCommit } from "./commit-batch.ts";
import { classifyFailure } from "./database-failure.ts";
import { BATCH_TIME_MS } from "./limits.ts";
import type { BatchPlan } from "./plan-batch.ts";
import { shopPlace } from "./shop-place.ts";
import type { Submission } from "./shop-runtime.ts";
import { wasCommitted } from "./was-committed.ts";

/** What became of a batch. */
export type BatchOutcome =
  | { readonly kind: "committed"; readonly plan: BatchPlan }
  | { readonly kind: "shop-not-found" }
  | { readonly kind: "unavailable" }
  /** The database refuses something in it: of several commands each must be tried alone. */
  | { readonly kind: "rejected"; readonly error: unknown };

const MOST_LOST_RACES = 10;

/** Carries a batch through: again after a lost race, with the keys looked up after one was found used, and over a short outage. */
export async function runBatch(
  context: CommitContext & { readonly log: Logger },
  submissions: readonly Submission[],
  carefulFromStart: boolean,
): Promise<BatchOutcome> {
  const deadline = performance.now() + BATCH_TIME_MS;
  let careful = carefulFromStart;
  let pause = 20;
  for (let lostRaces = 0; ;) {
    try {
      const plan = await commitBatch(context, submissions, careful);
      return plan === undefined ? { kind: "shop-not-found" } : { kind: "committed", plan };
    } catch (error) {
      if (error instanceof UnknownCommit) {
        const settled = await settle(context, error.plan, deadline);
        if (settled === "committed") return { kind: "committed", plan: error.plan };
        if (settled === "unknown") return { kind: "unavailable" };
        careful = true;
        continue;
      }
      const failure = classifyFailure(error);
      if (failure === "rejected") return { kind: "rejected", error };
      if (failure === "unreachable") {
        context.log.warn(
          { err: error, shopId: context.shopId },
          "a batch of commands could not reach the database",
        );
        if (performance.now() + pause > deadline) return { kind: "unavailable" };
        await wait(pause);
        pause = Math.min(pause * 2, 500);
      } else {
        lostRaces += 1;
        if (lostRaces > MOST_LOST_RACES) return { kind: "rejected", error };
        careful = true;
      }
    }
  }
}

async function settle(
  context: CommitContext & { readonly log: Logger },
  plan: BatchPlan,
  deadline: number,
): Promise<"committed" | "not-committed" | "unknown"> {
  while (performance.now() < deadline) {
    try {
      const place = await shopPlace(context.pool, context.shopId, context.held);
      const isThere = place !== undefined && (await wasCommitted(context.pool, place, plan.events));
      return isThere ? "committed" : "not-committed";
    } catch (error) {
      context.log.warn({ err: error, shopId: context.shopId }, "a commit's answer was lost; asking again");
      await wait(100);
    }
  }
  return "unknown";
}
