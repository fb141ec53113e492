import { type Mailer, MailNotSent } from "./mailer.ts";

/** A production server that was told no mail server. */
export const noMail: Mailer = {
  available: false,
  send: () => Promise.reject(new MailNotSent()),
  inbox: null,
};
