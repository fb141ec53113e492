/** As people type it, with a comma or a point; null where nothing stands there. What is no number stays one that the server refuses. */
export function moneyOf(text: string): number | null {
  const typed = text.replaceAll(/[\s\u202F\u00A0]/g, "").replace(",", ".");
  return typed === "" ? null : Number(typed);
}

export function moneyText(amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? String(amount) : String(Math.round(amount * 10_000) / 10_000);
  return currency === "" ? digits : `${digits}\u00A0${currency}`;
}
