import type { KeptMail } from "../../mail/mailer.ts";
import type { App } from "../core/app-types.ts";
import type { Context } from "../core/context.ts";
import { fromThisMachine } from "../core/from-this-machine.ts";
import { ProblemError } from "../core/problem-error.ts";

const LINK = /https?:\/\/[^\s<>"']+/g;

/** The mails of a development server, at `/dev/inbox`. Their links open accounts, so they are for this machine only. */
export function developmentInbox(app: App, { mailer: { inbox } }: Context): void {
  if (inbox === null) return;
  const guarded = {
    config: { authorisation: { kind: "inside", by: "only requests of this machine itself" } },
    schema: { hide: true },
  } as const;
  app.route({
    method: "GET",
    url: "/dev/inbox",
    ...guarded,
    handler: (request, reply) => {
      if (!fromThisMachine(request)) throw new ProblemError("not-found");
      return reply
        .header("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
        .header("cache-control", "no-store")
        .type("text/html; charset=utf-8")
        .send(page(inbox()));
    },
  });
  app.route({
    method: "GET",
    url: "/dev/inbox.json",
    ...guarded,
    handler: (request, reply) => {
      if (!fromThisMachine(request)) throw new ProblemError("not-found");
      return reply.header("cache-control", "no-store").send({ mails: inbox() });
    },
  });
}

function page(mails: readonly KeptMail[]): string {
  const letters = mails.map(
    ({ to, subject, text, at }) =>
      `<article><h2>${escaped(subject)}</h2><p>${escaped(to)}, ${new Date(at).toISOString()}</p><pre>${linked(text)}</pre></article>`,
  );
  const body = letters.length === 0 ? "<p>No mail yet.</p>" : letters.join("<hr>");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Development inbox</title><h1>Development inbox</h1>${body}`;
}

function linked(text: string): string {
  let done = 0;
  let html = "";
  for (const match of text.matchAll(LINK)) {
    html += escaped(text.slice(done, match.index));
    html += `<a href="${escaped(match[0])}">${escaped(match[0])}</a>`;
    done = match.index + match[0].length;
  }
  return html + escaped(text.slice(done));
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
