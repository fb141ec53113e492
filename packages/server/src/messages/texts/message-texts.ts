/** A message in one language; `{name}` and its like are filled in. */
export interface MessageTexts {
  /** Of a mail, and the title of a notification. */
  readonly subject: string;
  /** The mail: plain text, paragraphs apart by an empty line. */
  readonly body: string;
  /** By SMS and as a notification. */
  readonly short: string;
}
