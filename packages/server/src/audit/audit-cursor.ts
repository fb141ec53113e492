/** A place in the joined log, newest first: time, which log, shop (0 for the audit log), seq. */
export interface AuditPlace {
  readonly at: number;
  readonly log: 0 | 1;
  readonly shop: number;
  readonly seq: number;
}

export function cursorOf({ at, log, shop, seq }: AuditPlace): string {
  return Buffer.from(JSON.stringify([at, log, shop, seq])).toString("base64url");
}

/** Null for text that is no cursor of ours. */
export function placeOfCursor(text: string): AuditPlace | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 4 || !parts.every(Number.isSafeInteger)) return null;
    const [at = 0, log = 0, shop = 0, seq = 0] = parts as readonly number[];
    // What a database can hold.
    if (Math.abs(at) > 8e15 || (log !== 0 && log !== 1) || shop < 0 || shop > 2 ** 31 - 1) return null;
    return { at, log, shop, seq };
  } catch {
    // Not JSON.
    return null;
  }
}
