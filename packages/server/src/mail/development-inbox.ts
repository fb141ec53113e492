import type { KeptMail, Mailer } from "./mailer.ts";

const MOST_KEPT = 50;

/** In place of a mail server on a developer's machine: the newest mails, in memory, shown at `/dev/inbox`. */
export function developmentInbox(now: () => number): Mailer {
  let kept: readonly KeptMail[] = [];
  return {
    available: true,
    send(mail) {
      kept = [{ ...mail, at: now() }, ...kept].slice(0, MOST_KEPT);
      return Promise.resolve();
    },
    inbox: () => kept,
  };
}
