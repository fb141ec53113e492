import { type CallnextClient, createCallnext, indexedDbStore } from "@callnext/client";
import { errorCode } from "./error-code.ts";

/** A screen with a key of its own. */
export interface KeyOfDevice {
  readonly key: string;
  /** The server does not take the key. */
  readonly onRefused: () => void;
}

/** The page's one live connection. The server writes into the page where its sockets are, when they are elsewhere. `board`: what it calls itself as a board. */
export function openClient(board: string | null = null, device: KeyOfDevice | null = null): CallnextClient {
  const elsewhere = document.querySelector<HTMLMetaElement>('meta[name="callnext-ws-url"]')?.content;
  const client: CallnextClient = createCallnext({
    store: indexedDbStore(),
    ...(board === null ? {} : { board }),
    ...(elsewhere === undefined ? {} : { wsUrl: elsewhere }),
    ...(device === null
      ? {}
      : { authorization: () => `Device ${device.key}`, socketTicket: () => ticketFor(client, device) }),
  });
  return client;
}

async function ticketFor(client: CallnextClient, { onRefused }: KeyOfDevice): Promise<string> {
  try {
    const body = { path: "/ws/v1" };
    return (await client.request<{ readonly ticket: string }>("POST", "/auth/socket-ticket", body)).ticket;
  } catch (error) {
    if (errorCode(error) === "unauthenticated") onRefused();
    throw error;
  }
}
