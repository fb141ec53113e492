import type { ShownRange } from "@callnext/react";
import type { Translate } from "./translate.ts";

export type WaitKey = "wait.soon" | "wait.about" | "wait.range" | "wait.minutes" | "wait.hours";

/** "12–20 min"; from an hour and a half on "1 h 30 – 2 h 10"; one figure where both ends meet; never "0 min". */
export function waitRangeText(t: Translate<WaitKey>, wait: ShownRange | null): string | null {
  if (wait === null) return null;
  const { from, to } = wait;
  if (to <= 1) return t("wait.soon");
  if (to >= 90)
    return from === to
      ? t("wait.about", { time: long(t, to) })
      : t("wait.range", { from: long(t, from), to: long(t, to) });
  if (from === to) return t("wait.about", { time: t("wait.minutes", { minutes: to }) });
  return t("wait.minutes", { minutes: `${from}–${to}` });
}

function long(t: Translate<WaitKey>, minutes: number): string {
  if (minutes < 60) return t("wait.minutes", { minutes });
  const rest = minutes % 60;
  return t("wait.hours", { hours: Math.floor(minutes / 60), minutes: rest < 10 ? `0${rest}` : rest });
}
