import type { TFunction } from "i18next";
import type { Problem } from "./problem.ts";

/** The message for a refusal: by its code; else what the server said; else by its kind. */
export function problemText(t: TFunction, problem: Problem): string {
  const known = t(`refusal.${problem.code}`, { ...problem.facts, defaultValue: "" });
  if (known !== "") return known;
  if (problem.status >= 500) return t("refusal.server");
  return problem.detail === "" ? t("refusal.unknown", { code: problem.code }) : problem.detail;
}
