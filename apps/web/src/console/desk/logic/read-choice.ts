export interface ChosenDesk {
  readonly counter: string | null;
  /** Null: every queue of the shop, those made later too. */
  readonly queueIds: readonly string[] | null;
}

const NOTHING: ChosenDesk = { counter: null, queueIds: null };

/** Reads what the browser kept; anything odd counts as nothing chosen. */
export function readChoice(kept: string | null): ChosenDesk {
  try {
    const value: unknown = JSON.parse(kept ?? "null");
    if (typeof value !== "object" || value === null) return NOTHING;
    const { counter, queueIds } = value as { readonly counter?: unknown; readonly queueIds?: unknown };
    return {
      counter: typeof counter === "string" && counter.trim() !== "" ? counter : null,
      queueIds: Array.isArray(queueIds) ? queueIds.filter((id) => typeof id === "string") : null,
    };
  } catch {
    return NOTHING;
  }
}
