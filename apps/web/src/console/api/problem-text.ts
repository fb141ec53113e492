import type { TFunction } from "i18next";
import type { Problem } from "./problem.ts";

/** The message for a refusal: what its field wants; else by its code; else what the server said. */
export function problemText(t: TFunction, problem: Problem): string {
  const field = problem.field?.split(/[.[/]/).find((part) => part !== "");
  const wanted =
    problem.code === "invalid-input" && field !== undefined
      ? t(`invalid.${field}`, { defaultValue: "" })
      : "";
  if (wanted !== "") return wanted;
  const known = t(`refusal.${problem.code}`, { ...problem.facts, defaultValue: "" });
  if (known !== "") return known;
  if (problem.status >= 500) return t("refusal.server");
  return problem.detail === "" ? t("refusal.unknown", { code: problem.code }) : problem.detail;
}
