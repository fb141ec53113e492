/** Without those that are taken for another across a room or in handwriting: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const CODE_ALPHABET = "ACDEFGHJKMNPQRTWXY34679";
export const CODE_LENGTH = 8;
const GROUP = 4;
/** The largest multiple of the alphabet's size in a byte: above it, some letters would come more often. */
const FAIR_BELOW = 256 - (256 % CODE_ALPHABET.length);

/** A code for people to type: 23^8, about 78 thousand million of them. */
export function newPairingCode(randomBytes: (count: number) => Buffer): string {
  let code = "";
  while (code.length < CODE_LENGTH) {
    for (const byte of randomBytes(CODE_LENGTH)) {
      if (byte < FAIR_BELOW && code.length < CODE_LENGTH)
        code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
    }
  }
  return code;
}

/** As it stands on a screen: `ACDE-FGHJ`. */
export function groupedCode(code: string): string {
  return `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
}

/** What somebody typed, small letters, spaces and dashes allowed; null where it cannot be a code. */
export function readPairingCode(typed: string): string | null {
  const code = typed.replace(/[\s\-–—.]/g, "").toUpperCase();
  if (code.length !== CODE_LENGTH) return null;
  return [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
}
