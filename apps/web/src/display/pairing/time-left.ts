/** `9:05`, and `0:00` when it is over. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const rest = seconds % 60;
  return `${String(Math.floor(seconds / 60))}:${rest < 10 ? "0" : ""}${String(rest)}`;
}
