import type { ShownRange } from "@callnext/react";
import type { TFunction } from "i18next";

/** "12 to 20 min"; one figure where both ends are the same, none where nobody would wait. */
export function rangeText(t: TFunction<"console">, { from, to }: ShownRange): string {
  if (to <= 1) return t("queue.wait-none");
  return from === to ? t("queue.wait-about", { minutes: to }) : t("queue.wait-now", { from, to });
}
