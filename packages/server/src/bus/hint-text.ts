import type { Hint } from "./bus.ts";

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const LONGEST_PAYLOAD = 7_900;

/** `1:42,7:3` in as few payloads as fit. */
export function hintTexts(hints: Iterable<readonly [shopId: number, seq: number]>): readonly string[] {
  const texts: string[] = [];
  let text = "";
  for (const [shopId, seq] of hints) {
    const word = `${shopId}:${seq}`;
    if (text !== "" && text.length + word.length + 1 > LONGEST_PAYLOAD) {
      texts.push(text);
      text = "";
    }
    text += text === "" ? word : `,${word}`;
  }
  return text === "" ? texts : [...texts, text];
}

/** What is no hint is passed over: any client of the database can send a notification. */
export function readHints(text: string): readonly Hint[] {
  return text
    .split(",")
    .map((word) => /^(\d{1,15}):(\d{1,15})$/.exec(word))
    .filter((match) => match !== null)
    .map((match) => ({ shopId: Number(match[1]), seq: Number(match[2]) }));
}
