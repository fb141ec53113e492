import { eventually } from "./eventually.ts";
import type { TestServer } from "./server.ts";

export interface InboxMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Inbox {
  readonly mails: readonly InboxMail[];
}

/** What the server mailed to this address, newest first. */
export async function mailsTo(server: TestServer, address: string): Promise<readonly InboxMail[]> {
  const { mails } = (await (await fetch(`${server.origin}/dev/inbox.json`)).json()) as Inbox;
  return mails.filter(({ to }) => to === address);
}

/** The newest link that the server mailed to this address, other than one already used. */
export async function mailedLink(server: TestServer, address: string, before = ""): Promise<string> {
  return eventually({ withinMs: 10_000, what: `a mail to ${address}` }, async () => {
    const [mail] = await mailsTo(server, address);
    const newest = mail?.text;
    const link = /https?:\/\/\S+#\S+/.exec(newest ?? "")?.[0];
    return link === before ? undefined : link;
  });
}
