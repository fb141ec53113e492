import type { Placeholder } from "../message-kind.ts";

export type Fillings = Readonly<Partial<Record<Placeholder, string>>>;

const HOLE = /( ?)\{(\w+)\}/g;
const MOST_OF_ONE = 80;
/** Line breaks would end a header or a segment, and the rest is no text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * What is put in is text alone: it is looked at once, so that a name which looks like a hole stays a name. A value
 * that is not there leaves nothing behind, the space before it neither.
 */
export function fillText(text: string, fillings: Fillings): string {
  const values: Readonly<Record<string, string | undefined>> = fillings;
  return text.replaceAll(HOLE, (_hole, space: string, name: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
    if (value === "") return "";
    return space + (name === "link" ? value : shown(value));
  });
}

/** The placeholders that a text names and may not. */
export function strangeHoles(text: string, allowed: readonly string[]): readonly string[] {
  return [...text.matchAll(HOLE)].map(([, , name = ""]) => name).filter((name) => !allowed.includes(name));
}

function shown(value: string): string {
  const plain = value.replaceAll(UNPRINTABLE, " ").trim();
  return plain.length > MOST_OF_ONE ? `${plain.slice(0, MOST_OF_ONE - 1)}…` : plain;
}
