import { setTimeout as delay } from "node:timers/promises";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import { type Mail, type Mailer, MailNotSent } from "./mailer.ts";
import { smtpFailure } from "./smtp-failure.ts";

const CONNECT_WITHIN_MS = 5_000;
const SILENT_AT_MOST_MS = 8_000;
/** Of one try, however lively the mail server stays. */
const TRY_WITHIN_MS = 15_000;
const RETRY_AFTER_MS = 1_000;
/** Mails on their way at once; a flood of requests must not pile them up. */
const MOST_UNDER_WAY = 100;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps://`. */
  readonly url: string;
  readonly from: string;
  readonly log: Logger;
  readonly retryAfterMs?: number;
  readonly tryWithinMs?: number;
}

/** Hands mails to an SMTP server: a deadline for each try, and one more try where waiting may help. */
export function smtpMailer(options: SmtpOptions): Mailer & Disposable {
  const { log, from, retryAfterMs = RETRY_AFTER_MS, tryWithinMs = TRY_WITHIN_MS } = options;
  const transport = createTransport(transportOptions(options.url));
  const ended = new AbortController();
  let underWay = 0;

  const attempt = async ({ to, ...mail }: Mail): Promise<void> => {
    const over = new AbortController();
    const sending = transport.sendMail({ ...mail, from, to: { name: "", address: to } });
    try {
      await Promise.race([sending, deadline(tryWithinMs, AbortSignal.any([over.signal, ended.signal]))]);
    } finally {
      over.abort();
      // Where the deadline won, its own timeouts end the attempt; nobody listens to it any more.
      sending.catch(() => undefined);
    }
  };
  const send = async (mail: Mail): Promise<void> => {
    const first = await attempt(mail).catch(smtpFailure);
    if (first === undefined) return;
    log.warn({ failure: first.facts, again: first.mayPass }, "a mail was not taken");
    if (!first.mayPass) throw new MailNotSent();
    await delay(retryAfterMs, undefined, { signal: ended.signal }).catch(() => {
      throw new MailNotSent();
    });
    const second = await attempt(mail).catch(smtpFailure);
    if (second === undefined) return;
    log.error({ failure: second.facts }, "mail cannot be sent: see CALLNEXT_SMTP_URL and the mail server");
    throw new MailNotSent();
  };
  return {
    available: true,
    inbox: null,
    async send(mail) {
      if (underWay >= MOST_UNDER_WAY) {
        log.warn("too many mails are under way; one was not sent");
        throw new MailNotSent();
      }
      underWay += 1;
      try {
        await send(mail);
      } finally {
        underWay -= 1;
      }
    },
    [Symbol.dispose]() {
      ended.abort();
      transport.close();
    },
  };
}

async function deadline(ms: number, signal: AbortSignal): Promise<never> {
  await delay(ms, undefined, { signal });
  throw Object.assign(new Error("the mail server did not finish in time"), { code: "ETIMEDOUT" });
}

function transportOptions(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password goes over no network in the clear.
    requireTLS: username !== "" && !secure && !LOOPBACK.test(hostname),
    ...(username === "" ? {} : { auth }),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENT_AT_MOST_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
}
