import { eventually } from "./eventually.ts";
import type { TestServer } from "./server.ts";

interface Inbox {
  readonly mails: readonly { readonly to: string; readonly text: string }[];
}

/** The newest link that the server mailed to this address, other than one already used. */
export async function mailedLink(server: TestServer, address: string, before = ""): Promise<string> {
  return eventually({ withinMs: 10_000, what: `a mail to ${address}` }, async () => {
    const { mails } = (await (await fetch(`${server.origin}/dev/inbox.json`)).json()) as Inbox;
    const newest = mails.find(({ to }) => to === address)?.text;
    const link = /https?:\/\/\S+#\S+/.exec(newest ?? "")?.[0];
    return link === before ? undefined : link;
  });
}
