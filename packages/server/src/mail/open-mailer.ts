import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { developmentInbox } from "./development-inbox.ts";
import type { Mailer } from "./mailer.ts";
import { noMail } from "./no-mail.ts";
import { smtpMailer } from "./smtp-mailer.ts";

/** Real mail where a mail server is named; else a development inbox, and in production none at all. */
export function openMailer(config: Config, log: Logger, now: () => number): Mailer & Disposable {
  const { smtpUrl, mailFrom, production } = config;
  if (smtpUrl !== null && mailFrom !== null) return smtpMailer({ url: smtpUrl, from: mailFrom, log });
  return { ...(production ? noMail : developmentInbox(now)), [Symbol.dispose]: () => undefined };
}
