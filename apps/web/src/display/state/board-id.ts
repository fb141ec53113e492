const KEY = "callnext.board-id";
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 16;

/** What this browser calls itself as a board, the same after every restart; null where nothing can be kept. */
export function boardId(storage: Storage | null, random: () => number): string | null {
  try {
    const known = storage?.getItem(KEY) ?? null;
    if (known !== null && /^[\w.:-]{1,64}$/.test(known)) return known;
    let made = "";
    for (let n = 0; n < LENGTH; n += 1) made += ALPHABET.charAt(Math.floor(random() * ALPHABET.length));
    storage?.setItem(KEY, made);
    return storage === null ? null : made;
  } catch {
    return null;
  }
}
