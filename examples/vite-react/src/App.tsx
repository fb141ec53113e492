import { useConnection, useDisplay, useWebSocket } from "@callnext/react";
import { useState } from "react";
import { attempts, displayId, interval, server, tenant } from "./address.ts";

/** The native socket: the newest state, always, and an honest word when it is not. */
function NativeBoard() {
  const connection = useConnection();
  const { view, stale, provedAt, refused } = useDisplay(displayId);
  const calls = (view?.order.self ?? []).flatMap((id) => view?.tickets[id] ?? []);
  return (
    <section data-testid="native" data-connection={connection.kind} data-stale={stale}>
      <h2>{refused?.message ?? view?.display.self.name ?? "…"}</h2>
      <p className="number" data-testid="native-number">
        {calls[0]?.number ?? "–"}
      </p>
      <ul>
        {calls.map(({ id, number, queue_name, counter }) => (
          <li key={id}>{[number, queue_name, counter ?? "–"].join(" · ")}</li>
        ))}
      </ul>
      <p>
        {stale && provedAt > 0
          ? `Not live since ${new Date(provedAt).toLocaleTimeString()}`
          : connection.kind}
      </p>
    </section>
  );
}

interface Message {
  type: string;
  ticket?: { number: string };
}

/** The display document's socket: an event for each call. */
function DocumentedBoard() {
  const [number, setNumber] = useState("–");
  const url = `${server.replace(/^http/, "ws")}/ws/tenants/${tenant}/displays/${displayId}/`;
  const { isConnected, state, hasGivenUp, sendMessage, reconnect } = useWebSocket<Message>(url, {
    onMessage: (message) => {
      if (message.type === "ticket_called") setNumber(message.ticket?.number ?? "–");
      if (message.type === "pong") setNumber("pong");
    },
    onConnect: () => console.info("[Display] WebSocket connected"),
    reconnectInterval: interval,
    maxReconnectAttempts: attempts,
  });
  return (
    <section data-testid="documented" data-state={state.kind}>
      <h2>{isConnected ? "Connecté" : "Déconnecté"}</h2>
      <p data-testid="documented-number">{number}</p>
      <button onClick={() => sendMessage({ type: "ping" })}>Ping</button>
      {hasGivenUp && <button onClick={reconnect}>Reconnect</button>}
    </section>
  );
}

export function App() {
  const [shown, setShown] = useState(true);
  return (
    <main>
      {shown && <NativeBoard />}
      {shown && <DocumentedBoard />}
      <button onClick={() => setShown(!shown)}>{shown ? "Hide" : "Show"}</button>
    </main>
  );
}
