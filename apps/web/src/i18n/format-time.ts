export interface TimeOptions {
  /** IANA name; the browser's own zone where absent. */
  readonly timeZone?: string;
  readonly seconds?: boolean;
}

/** `14:03` or `14:03:22`: the same 24-hour digits in all our languages. */
export function formatTime(at: Date | number, { timeZone, seconds = false }: TimeOptions = {}): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(seconds ? { second: "2-digit" } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}
