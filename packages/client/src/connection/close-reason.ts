/** `{"retry_in_ms": n}` in a close reason → n; anything else → null. */
export function retryInMs(reason: string): number | null {
  if (reason.charAt(0) !== "{") return null;
  try {
    const parsed: unknown = JSON.parse(reason);
    if (typeof parsed !== "object" || parsed === null || !("retry_in_ms" in parsed)) return null;
    const ms = parsed.retry_in_ms;
    return typeof ms === "number" && ms >= 0 && ms < Infinity ? ms : null;
  } catch {
    return null;
  }
}
