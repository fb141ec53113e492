export interface Mail {
  /** One address, checked by then. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export interface KeptMail extends Mail {
  readonly at: number;
}

/** Takes mail to where it is read. */
export interface Mailer {
  /** False: no mail is set up, and links are handed over by people instead. */
  readonly available: boolean;
  /** Resolves once the mail server has taken it, within SEND_WITHIN_MS; rejects with MailNotSent, logged by then. */
  send(mail: Mail): Promise<void>;
  /** What a development server would have sent, newest first; null on a server that has no such inbox. */
  readonly inbox: (() => readonly KeptMail[]) | null;
}

/** No reason: what a mail server says may hold the address, and the log has what may be known. */
export class MailNotSent extends Error {
  override readonly name = "MailNotSent";

  constructor() {
    super("the mail was not sent");
  }
}
