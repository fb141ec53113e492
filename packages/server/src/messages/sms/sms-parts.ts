/** GSM 03.38: what fits seven bits, and what takes two places. Any other sign makes the whole message UCS-2. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "^{}\\[~]|€\f";

const BASIC_SET = new Set(BASIC);
const EXTENDED_SET = new Set(EXTENDED);

/** In how many parts a text leaves, each of which is paid for. */
export function smsParts(text: string): number {
  let places = 0;
  for (const sign of text) {
    if (BASIC_SET.has(sign)) places += 1;
    else if (EXTENDED_SET.has(sign)) places += 2;
    else return parts(text.length, 70, 67);
  }
  return parts(places, 160, 153);
}

function parts(places: number, alone: number, together: number): number {
  return places <= alone ? 1 : Math.ceil(places / together);
}
