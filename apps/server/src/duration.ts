const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Longer than a year, a key is not being replaced. */
const LONGEST_MS = 366 * 86_400_000;

/** `90m`, `36h`, `7d` or `0` in milliseconds; undefined for anything else. */
export function duration(text: string): number | undefined {
  if (text === "0") return 0;
  const [, amount = "", unit = ""] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const milliseconds = Number(amount) * (UNITS[unit] ?? Number.NaN);
  return amount !== "" && milliseconds <= LONGEST_MS ? milliseconds : undefined;
}
