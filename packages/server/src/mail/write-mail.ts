import type { Mail } from "./mailer.ts";
import { en } from "./texts/en.ts";
import { fr } from "./texts/fr.ts";
import type { MailWords } from "./texts/words.ts";
import { wo } from "./texts/wo.ts";

/** French is the house's first language, as on the screens. */
const WORDS: Readonly<Record<string, MailWords>> = { fr, en, wo };

export interface MailContent {
  readonly kind: Exclude<keyof MailWords, "greeting">;
  readonly to: string;
  /** Language tag: `fr`, `en-US`. */
  readonly locale: string;
  readonly name: string;
  readonly organisation?: string;
  readonly link?: string;
}

/** A mail in the person's language, as plain text: nothing in it can be anything but words and a link. */
export function writeMail({ kind, to, locale, name, organisation = "", link }: MailContent): Mail {
  const words = WORDS[locale.split("-")[0] ?? ""] ?? fr;
  const filled = (text: string): string =>
    text.replaceAll(/\{(name|organisation)\}/g, (_hole, what) => (what === "name" ? name : organisation));
  const { subject, lines } = words[kind];
  const [first, ...rest] = lines;
  const paragraphs = [words.greeting, first, ...(link === undefined ? [] : [link]), ...rest, "Callnext"];
  return {
    to,
    subject: filled(subject),
    text: `${paragraphs.map((text) => (text === link ? text : filled(text))).join("\n\n")}\n`,
  };
}
