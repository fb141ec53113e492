/** Whom a message goes to, as it is known when it is sent. */
export interface Contact {
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** A browser of theirs wants messages. */
  readonly hasBrowser: boolean;
}
