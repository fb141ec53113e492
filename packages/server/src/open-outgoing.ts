import { randomUUID } from "node:crypto";
import type { Config } from "./config/config.ts";
import type { Context } from "./http/core/context.ts";
import { appointmentUrl } from "./http/wire/appointment-url.ts";
import { ticketUrl } from "./http/wire/ticket-url.ts";
import { openMailer } from "./mail/open-mailer.ts";
import { openMessaging } from "./messages/open-messages.ts";
import type { Foundation } from "./open-foundation.ts";
import type { People } from "./people/open-people.ts";
import { createWaitingBook } from "./waiting-list/waiting-book.ts";
import { WaitingJob } from "./waiting-list/waiting-job.ts";
import { waitingPersons } from "./waiting-list/waiting-person.ts";
import { createWebhookBook } from "./webhooks/webhook-book.ts";
import { WebhookJob } from "./webhooks/webhook-job.ts";

export type Outgoing = Pick<
  Context,
  "publicOrigin" | "outbound" | "mailer" | "messages" | "messaging" | "waitingBook" | "webhooks"
>;

/** Whatever leaves the server by itself: webhooks, mail, messages to visitors, offers of freed times. */
export function openOutgoing(
  config: Config,
  { log, now, database, runtime, keys }: Foundation,
  { people, address }: { readonly people: People; readonly address: () => string },
  stack: AsyncDisposableStack,
): Outgoing {
  const { db, ownerConnectionString } = database;
  const { directory } = people;
  const outbound = { allowedOrigins: config.outboundOrigins };
  stack.use(new WebhookJob({ db, runtime, directory, keys, rules: outbound, log, now }));
  // This machine by its name: that is where its screens were opened, and a cookie is of one name.
  const publicOrigin = () => config.publicUrl ?? address().replace("//127.0.0.1:", "//localhost:");
  const mailer = stack.use(openMailer(config, log, now));
  const waitingBook = createWaitingBook(db, now);
  const messaging = openMessaging(
    {
      ...{ db, runtime, keys, mailer, rules: outbound, log, now, newId: randomUUID, publicOrigin },
      ownerConnectionString,
      appointmentPath: (id) => appointmentUrl(people, id),
      ticketPath: (id) => ticketUrl(people, id),
      waitingPerson: waitingPersons({ waitingBook, ...people }),
    },
    stack,
  );
  const { messages } = messaging;
  stack.use(new WaitingJob({ db, runtime, waitingBook, offer: (offer) => messages.offer(offer), log, now }));
  const webhooks = createWebhookBook({ db, keys, rules: outbound, now });
  return { publicOrigin, outbound, mailer, messages, messaging, waitingBook, webhooks };
}
