import { type CallnextClient, createCallnext, indexedDbStore } from "@callnext/client";

/** The page's one live connection. The server writes into the page where its sockets are, when they are elsewhere. `board`: what it calls itself as a board. */
export function openClient(board: string | null = null): CallnextClient {
  const elsewhere = document.querySelector<HTMLMetaElement>('meta[name="callnext-ws-url"]')?.content;
  return createCallnext({
    store: indexedDbStore(),
    ...(board === null ? {} : { board }),
    ...(elsewhere === undefined ? {} : { wsUrl: elsewhere }),
  });
}
