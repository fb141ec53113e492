import { createCallnext, type CallnextClient } from "@callnext/client";

/** One connection for the whole console, on the page's own origin; the session travels as the cookie. */
export function createConsoleClient(): CallnextClient {
  return createCallnext();
}
