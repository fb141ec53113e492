import type { CommandOutcome, Result, ShopSnapshot } from "@callnext/server/simulation";

/** What one submission of a carried-out batch is told. */
export const answerOf = (
  results: readonly Result[],
  index: number,
  snapshot: ShopSnapshot,
): CommandOutcome => {
  const result = results[index];
  const original = result?.kind === "twin" ? results[result.of] : result;
  if (result === undefined || original === undefined || original.kind === "twin")
    throw new Error("A batch lost a result.");
  if (original.kind === "fault") throw original.error;
  const { stored } = original;
  return stored.ok
    ? { ok: true, answer: stored.answer, snapshot, replayed: result.kind !== "decided" }
    : stored;
};
