import type { BadScope } from "../../people/staffing.ts";
import { ProblemError } from "./problem-error.ts";

/** What is wrong with the shops that somebody, or a key, is to be limited to. */
export function scopeProblem(bad: BadScope): ProblemError {
  const detail =
    bad === "shop-not-found"
      ? "A shop of the list is not one of the organisation's."
      : "An administrator is in charge of all shops.";
  return new ProblemError("invalid-input", { field: "shop_ids", detail });
}
