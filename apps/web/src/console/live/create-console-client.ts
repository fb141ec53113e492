import { createCallnext, type CallnextClient } from "@callnext/client";

/** One connection for the whole console; requests go to the page's own origin with the session's cookie. */
export function createConsoleClient(): CallnextClient {
  const elsewhere = document.querySelector<HTMLMetaElement>('meta[name="callnext-ws-url"]')?.content;
  if (elsewhere === undefined) return createCallnext();
  // The cookie does not travel to another origin: a ticket that works once does.
  const client: CallnextClient = createCallnext({
    wsUrl: async () => {
      const wanted = { path: "/ws/v1" };
      const { ticket } = await client.request<{ ticket: string }>("POST", "/auth/socket-ticket", wanted);
      return `${elsewhere.replace(/\/+$/, "")}/ws/v1?ticket=${encodeURIComponent(ticket)}`;
    },
  });
  return client;
}
