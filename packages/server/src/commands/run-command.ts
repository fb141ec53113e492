import { isoTime } from "@callnext/core";
import { PROBLEMS } from "@callnext/protocol";
import type { Context } from "../http/core/context.ts";
import { ProblemError } from "../http/core/problem-error.ts";
import type { CommandOutcome, CommandRefusal, Submission } from "../shops/shop-runtime.ts";

export type Done = Extract<CommandOutcome, { readonly ok: true }>;

/** Submits a command that the caller has authorised; a refusal becomes the problem of the same code. */
export async function runCommand(
  context: Pick<Context, "runtime" | "metrics">,
  submission: Submission,
): Promise<Done> {
  const outcome = await context.runtime.submit(submission);
  const { type } = submission.command;
  if (outcome.ok) {
    context.metrics.command(type, outcome.replayed ? "replayed" : "done");
    return outcome;
  }
  context.metrics.command(type, outcome.refusal.code);
  throw refusalProblem(outcome.refusal);
}

export function refusalProblem(refusal: CommandRefusal): ProblemError {
  const { code, ...facts } = refusal;
  if (!(code in PROBLEMS)) throw new Error(`the refusal ${code} has no problem`);
  const more = Object.entries(facts).map(
    ([name, value]) => [wireName(code, name), wireValue(name, value)] as const,
  );
  return new ProblemError(code, Object.fromEntries(more));
}

/** A problem's own `status` is the HTTP one. */
function wireName(code: CommandRefusal["code"], name: string): string {
  if (name === "status") return code === "wrong-appointment-state" ? "appointment_status" : "ticket_status";
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Facts that are moments. */
const MOMENTS: ReadonlySet<string> = new Set(["start", "earliest", "latest", "until", "opens", "closed"]);

function wireValue(name: string, value: unknown): unknown {
  return MOMENTS.has(name) && typeof value === "number" ? isoTime(value) : value;
}
