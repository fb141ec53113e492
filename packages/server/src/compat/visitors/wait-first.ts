import { ProblemError } from "../../http/core/problem-error.ts";

/** Refuses where there are seconds to wait, and says of what there was too much. */
export function waitFirst(seconds: number, detail: string): void {
  if (seconds > 0)
    throw new ProblemError(
      "too-many-requests",
      { detail, retry_after: seconds },
      { "retry-after": String(seconds) },
    );
}
