/** What the page is narrowed to; empty for everything. Days are those of the reader's own zone. */
export interface AuditChoice {
  readonly from: string;
  readonly until: string;
  readonly actor: string;
  readonly action: string;
  readonly shop: string;
  readonly source: string;
}

export const EVERYTHING: AuditChoice = { from: "", until: "", actor: "", action: "", shop: "", source: "" };

/** As the server's query has it: a period is [from, to), so the last day counts to its end. */
export function queryOf({ from, until, actor, action, shop, source }: AuditChoice): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: string | null): void => {
    if (value !== null && value !== "") query.set(name, value);
  };
  set("from", startOf(from, 0));
  set("to", startOf(until, 1));
  set("actor", actor);
  set("action", action);
  set("shop_id", shop);
  set("source", source);
  return query;
}

/** Midnight in the reader's zone, so many days after the day; null for no day. */
function startOf(day: string, after: number): string | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const start = new Date(year, month - 1, date + after);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}
