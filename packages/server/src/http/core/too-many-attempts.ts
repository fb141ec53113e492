import { ProblemError } from "./problem-error.ts";

/** Refuses where there are seconds to wait. */
export function tooManyAttempts(seconds: number): void {
  if (seconds > 0)
    throw new ProblemError("too-many-attempts", { retry_after: seconds }, { "retry-after": String(seconds) });
}
