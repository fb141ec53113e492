/** `14:03` in the shop's zone; in the set's own where its engine knows no zones. */
export function clockText(at: number, timeZone: string): string {
  var date = new Date(at);
  var digits: RegExpExecArray | null = null;
  try {
    var options = { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: timeZone } as const;
    digits = /^(\d\d):(\d\d)$/.exec(date.toLocaleTimeString("en-GB", options));
  } catch {
    // A zone that the engine does not know.
  }
  if (digits !== null) return digits[1] === "24" ? "00:" + String(digits[2]) : digits[0];
  return two(date.getHours()) + ":" + two(date.getMinutes());
}

function two(value: number): string {
  return (value < 10 ? "0" : "") + String(value);
}
