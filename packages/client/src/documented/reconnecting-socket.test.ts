import { expect, test } from "vitest";
import { FakeEnvironment } from "../testing/fake-environment.ts";
import { ReconnectingSocket } from "./reconnecting-socket.ts";

const URL = "ws://localhost:8000/ws/tenants/clinique-madeleine/displays/d1/";

const start = () => {
  const environment = new FakeEnvironment();
  const heard: unknown[] = [];
  const told: string[] = [];
  const socket = new ReconnectingSocket({
    environment,
    url: URL,
    reconnectInterval: 3_000,
    maxReconnectAttempts: 10,
    onMessage: (message) => heard.push(message),
    onConnect: () => told.push("connect"),
    onDisconnect: () => told.push("disconnect"),
  });
  return { environment, socket, heard, told };
};

test("logs what both documents' test sections name", () => {
  const { environment, told } = start();
  environment.socket.open();
  expect(environment.lines).toEqual([
    `[WebSocket] Connecting to: ${URL}`,
    "[WebSocket] Connected",
    "WebSocket connection established",
  ]);
  expect(told).toEqual(["connect"]);
});

test("parses JSON, passes other text on, sends objects as JSON, and only while open", () => {
  const { environment, socket, heard } = start();
  expect(socket.send({ type: "ping" })).toBe(false);
  environment.socket.open();
  environment.socket.text('{"type":"pong"}');
  environment.socket.text("plain");
  expect(heard).toEqual([{ type: "pong" }, "plain"]);
  expect(socket.send({ type: "ping" })).toBe(true);
  expect(environment.socket.sent).toEqual([{ type: "ping" }]);
});

test("a restarted server is reached within 3 s", async () => {
  const { environment, socket, told } = start();
  environment.socket.open();
  environment.socket.end();
  expect(socket.state.get()).toMatchObject({ kind: "waiting", attempt: 1 });
  await environment.advance(3_000);
  environment.socket.open();
  expect(socket.state.get()).toEqual({ kind: "open" });
  expect(told).toEqual(["connect", "disconnect", "connect"]);
});

test("exponential back-off, ten attempts, then the state says so and reconnect() begins anew", async () => {
  const { environment, socket } = start();
  const pauses: number[] = [];
  socket.state.subscribe(() => {
    const state = socket.state.get();
    if (state.kind === "waiting") pauses.push(state.retryAt - environment.now());
    if (state.kind === "connecting") environment.socket.end();
  });
  environment.socket.end();
  for (let n = 0; n < 40 && socket.state.get().kind !== "failed"; n += 1) {
    await environment.advance(30_000);
    if (socket.state.get().kind === "connecting") environment.socket.end();
  }
  expect(pauses).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000, 30_000, 30_000, 30_000, 30_000]);
  expect(socket.state.get()).toEqual({ kind: "failed", attempts: 10 });
  await environment.advance(600_000);
  expect(environment.sockets).toHaveLength(11);
  socket.reconnect();
  expect(environment.sockets).toHaveLength(12);
});

test("P16: disposed while connecting, nothing is left and nothing is told", async () => {
  const { environment, socket, told } = start();
  const opening = environment.socket;
  socket.dispose();
  opening.open();
  opening.end();
  socket.reconnect();
  await environment.advance(600_000);
  expect(opening.closed).toBe(true);
  expect([
    environment.openSockets,
    environment.timers.size,
    environment.listeners,
    environment.sockets.length,
  ]).toEqual([0, 0, 0, 1]);
  expect(told).toEqual([]);
});

test("an attempt that hangs is given up, not kept beside the next one", async () => {
  const { environment } = start();
  await environment.advance(13_000);
  expect(environment.sockets).toHaveLength(2);
  expect(environment.openSockets).toBe(1);
});

test("the network's return ends the pause", () => {
  const { environment } = start();
  environment.socket.end();
  environment.wake();
  expect(environment.sockets).toHaveLength(2);
});
