import type { CallnextClient } from "@callnext/client";
import { createContext, createElement, type ReactElement, type ReactNode, useContext } from "react";

const ClientContext = createContext<CallnextClient | null>(null);

export interface CallnextProviderProps {
  readonly client: CallnextClient;
  readonly children?: ReactNode;
}

/** Gives its client to all hooks below it. Who created the client closes it. */
export function CallnextProvider({ client, children }: CallnextProviderProps): ReactElement {
  return createElement(ClientContext.Provider, { value: client }, children);
}

export function useCallnext(): CallnextClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error("useCallnext needs a <CallnextProvider client={…}> above it");
  return client;
}
