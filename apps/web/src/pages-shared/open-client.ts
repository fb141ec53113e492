import { type CallnextClient, createCallnext, indexedDbStore } from "@callnext/client";

/** The page's one live connection. The server writes into the page where its sockets are, when they are elsewhere. */
export function openClient(): CallnextClient {
  const elsewhere = document.querySelector<HTMLMetaElement>('meta[name="callnext-ws-url"]')?.content;
  return createCallnext({
    store: indexedDbStore(),
    ...(elsewhere === undefined ? {} : { wsUrl: elsewhere }),
  });
}
