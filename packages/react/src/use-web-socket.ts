import {
  browserEnvironment,
  type Environment,
  ReconnectingSocket,
  type ReconnectingSocketState,
} from "@callnext/client";
import { useCallback, useEffect, useRef, useState } from "react";

export interface UseWebSocketOptions<M> {
  readonly onMessage?: (message: M) => void;
  readonly onConnect?: () => void;
  readonly onDisconnect?: () => void;
  /** The first pause, ms; it doubles with each attempt. Default 3000. */
  readonly reconnectInterval?: number;
  /** Default 10. */
  readonly maxReconnectAttempts?: number;
  /** For tests; the browser otherwise. */
  readonly environment?: Environment;
}

export interface UseWebSocketResult {
  readonly isConnected: boolean;
  readonly state: ReconnectingSocketState;
  /** Every attempt was used up: show a way to call `reconnect`. */
  readonly hasGivenUp: boolean;
  /** Objects are sent as JSON; false where the socket is not open. */
  readonly sendMessage: (message: unknown) => boolean;
  readonly reconnect: () => void;
}

const CLOSED: ReconnectingSocketState = { kind: "closed" };

/** A document's socket in a component: opened with it, closed with it. A null address opens nothing. */
export function useWebSocket<M = unknown>(
  url: string | null,
  options: UseWebSocketOptions<M> = {},
): UseWebSocketResult {
  const { reconnectInterval = 3000, maxReconnectAttempts = 10, environment } = options;
  const [state, setState] = useState<ReconnectingSocketState>(CLOSED);
  const socket = useRef<ReconnectingSocket | null>(null);
  // The newest callbacks are used without opening the socket anew.
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (url === null || url === "") return undefined;
    const opened = new ReconnectingSocket({
      environment: environment ?? browserEnvironment(),
      url,
      reconnectInterval,
      maxReconnectAttempts,
      onMessage: (message) => latest.current.onMessage?.(message as M),
      onConnect: () => latest.current.onConnect?.(),
      onDisconnect: () => latest.current.onDisconnect?.(),
    });
    socket.current = opened;
    setState(opened.state.get());
    const stop = opened.state.subscribe(() => setState(opened.state.get()));
    return () => {
      stop();
      opened.dispose();
      socket.current = null;
      setState(CLOSED);
    };
  }, [url, reconnectInterval, maxReconnectAttempts, environment]);

  const sendMessage = useCallback((message: unknown) => socket.current?.send(message) ?? false, []);
  const reconnect = useCallback(() => socket.current?.reconnect(), []);
  return {
    isConnected: state.kind === "open",
    state,
    hasGivenUp: state.kind === "failed",
    sendMessage,
    reconnect,
  };
}
