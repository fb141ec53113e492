import { createCallnext } from "@callnext/client";
import { CallnextProvider, useConnection, useDisplay, useWebSocket } from "@callnext/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

// ?server=http://localhost:8000&tenant=clinique-madeleine&display=ID
const address = new URLSearchParams(location.search);
const server = address.get("server") ?? "http://localhost:8000";
const tenant = address.get("tenant") ?? "clinique-madeleine";
const displayId = address.get("display") ?? "";
const interval = Number(address.get("interval") ?? 3000);
const attempts = Number(address.get("attempts") ?? 10);

/** The native socket: the newest state, always, and an honest word when it is not. */
function NativeBoard() {
  const connection = useConnection();
  const { view, stale, refused } = useDisplay(displayId);
  const newest = view && view.tickets[view.order.self[0] ?? ""];
  return (
    <section data-testid="native" data-connection={connection.kind} data-stale={stale}>
      <h2>{refused?.message ?? view?.display.self.name ?? "…"}</h2>
      <p data-testid="native-number">{newest?.number ?? "–"}</p>
    </section>
  );
}

/** The display document's socket: an event for each call. */
function DocumentedBoard() {
  const [number, setNumber] = useState("–");
  const url = `${server.replace(/^http/, "ws")}/ws/tenants/${tenant}/displays/${displayId}/`;
  const { isConnected, state, hasGivenUp, sendMessage, reconnect } = useWebSocket<{ type: string; ticket?: { number: string } }>(url, {
    onMessage: (message) => {
      if (message.type === "ticket_called" && message.ticket) setNumber(message.ticket.number);
      if (message.type === "pong") setNumber("pong");
    },
    onConnect: () => console.info("[Display] WebSocket connected"),
    reconnectInterval: interval,
    maxReconnectAttempts: attempts,
  });
  return (
    <section data-testid="documented" data-state={state.kind}>
      <p>{isConnected ? "Connecté" : "Déconnecté"}</p>
      <p data-testid="documented-number">{number}</p>
      <button onClick={() => sendMessage({ type: "ping" })}>Ping</button>
      {hasGivenUp && <button onClick={reconnect}>Reconnect</button>}
    </section>
  );
}

function App() {
  const [shown, setShown] = useState(true);
  return (
    <main>
      {shown && <NativeBoard />}
      {shown && <DocumentedBoard />}
      <button onClick={() => setShown(!shown)}>{shown ? "Hide" : "Show"}</button>
    </main>
  );
}

const client = createCallnext({ baseUrl: server });
createRoot(document.getElementById("root") ?? document.body).render(
  <StrictMode>
    <CallnextProvider client={client}>
      <App />
    </CallnextProvider>
  </StrictMode>,
);
