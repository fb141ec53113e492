/** What the mails say, in one language. `{name}` and its like are filled in. */
export interface MailWords {
  readonly greeting: string;
  readonly reset: MailKind;
  readonly changed: MailKind;
  readonly invitation: MailKind;
}

export interface MailKind {
  readonly subject: string;
  /** Paragraphs; the link stands after the first. */
  readonly lines: readonly [string, ...string[]];
}
