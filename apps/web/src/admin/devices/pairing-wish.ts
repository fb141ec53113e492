/** A code that came with a link, on its way through the sign-in to the form where it is entered. */
export interface PairingWish {
  readonly code: string;
  /** What the screen's address asks for. */
  readonly displayId: string | null;
}

const NAME = "callnext.pairing";
const KEPT_MS = 15 * 60_000;

/** `code=ACDE-FGHJ&display=…`, as behind the `#` of the link; null where it holds no code. */
export function readPairingWish(hash: string): PairingWish | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const code = (parts.get("code") ?? "").slice(0, 20);
  const displayId = parts.get("display");
  return code === "" ? null : { code, displayId: displayId === null ? null : displayId.slice(0, 100) };
}

/** For this tab only, and not for long. */
export function keepPairingWish(wish: PairingWish, storage: Storage, now: number): void {
  storage.setItem(NAME, JSON.stringify({ ...wish, until: now + KEPT_MS }));
}

export function keptPairingWish(storage: Storage, now: number): PairingWish | null {
  try {
    const { code, displayId, until }: Partial<Record<string, unknown>> = JSON.parse(
      storage.getItem(NAME) ?? "{}",
    ) as Record<string, unknown>;
    if (typeof code !== "string" || typeof until !== "number" || until <= now) return null;
    return { code, displayId: typeof displayId === "string" ? displayId : null };
  } catch {
    return null;
  }
}

export function dropPairingWish(storage: Storage): void {
  storage.removeItem(NAME);
}
