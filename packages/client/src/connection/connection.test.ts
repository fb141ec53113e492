import type { DownFrame } from "@callnext/protocol";
import { expect, test } from "vitest";
import { FakeEnvironment } from "../testing/fake-environment.ts";
import { Connection } from "./connection.ts";

const PONG: DownFrame = { type: "pong", time: "2026-11-22T09:00:00.000Z" };

const start = (url: () => string | Promise<string> = () => "ws://desk.example/ws/v1") => {
  const environment = new FakeEnvironment();
  const frames: DownFrame[] = [];
  let opened = 0;
  const connection = new Connection({
    environment,
    url,
    onOpen: () => (opened += 1),
    onFrame: (frame) => frames.push(frame),
  });
  connection.start();
  return { environment, connection, frames, opens: () => opened };
};

test("is live with the first frame, not with the mere opening", () => {
  const { environment, connection, opens } = start();
  expect(connection.state.get()).toMatchObject({ kind: "connecting", attempt: 1, polling: false });
  expect(environment.socket.protocols).toEqual(["callnext.v1"]);
  environment.socket.open();
  expect(opens()).toBe(1);
  expect(connection.state.get().kind).toBe("connecting");
  environment.socket.say(PONG);
  expect(connection.state.get().kind).toBe("live");
});

test("writes the lines that the documents tell people to look for, without the query", () => {
  const { environment } = start(() => "ws://desk.example/ws/v1?ticket=secret");
  environment.socket.greet();
  expect(environment.lines).toEqual([
    "[WebSocket] Connecting to: ws://desk.example/ws/v1",
    "[WebSocket] Connected",
    "WebSocket connection established",
  ]);
});

test("an attempt that is not open after 3 s counts as failed", async () => {
  const { environment, connection } = start();
  await environment.advance(2_999);
  expect(connection.state.get().kind).toBe("connecting");
  await environment.advance(1);
  expect(connection.state.get()).toMatchObject({ kind: "waiting", attempt: 1, polling: false });
  expect(environment.openSockets).toBe(0);
});

test("so does one that opens and then stays silent", async () => {
  const { environment, connection } = start();
  environment.socket.open();
  await environment.advance(3_000);
  expect(connection.state.get()).toMatchObject({ kind: "waiting", attempt: 1 });
});

test("tries for ever, and polls from the third failed attempt on", async () => {
  const { environment, connection } = start();
  const polling: boolean[] = [];
  connection.state.subscribe(() => {
    const state = connection.state.get();
    if (state.kind === "waiting") polling.push(state.polling);
  });
  await environment.advance(600_000);
  expect(polling.slice(0, 4)).toEqual([false, false, true, true]);
  expect(polling.length).toBeGreaterThan(100);
  expect(environment.openSockets).toBeLessThanOrEqual(1);
  expect(environment.timers.size).toBe(1);
  environment.socket.greet();
});

test("the loss of a live socket is not yet a failed attempt", async () => {
  const { environment, connection } = start();
  environment.socket.greet();
  environment.socket.end();
  expect(connection.state.get()).toMatchObject({ kind: "waiting", attempt: 0, polling: false });
  await environment.advance(1_000);
  expect(environment.sockets).toHaveLength(2);
});

test("9 s without a heartbeat: the socket is given up and replaced", async () => {
  const { environment, connection } = start();
  environment.socket.greet();
  await environment.advance(4_000);
  environment.socket.say(PONG);
  await environment.advance(8_999);
  expect(connection.state.get().kind).toBe("live");
  await environment.advance(1);
  expect(connection.state.get().kind).toBe("waiting");
  expect(environment.sockets[0]?.closed).toBe(true);
});

test("a restarting server's delay is obeyed, by wake too", async () => {
  const { environment, connection } = start();
  environment.socket.greet();
  environment.socket.end(1012, '{"retry_in_ms":4000}');
  await environment.advance(3_999);
  connection.wake();
  expect(environment.sockets).toHaveLength(1);
  await environment.advance(502);
  expect(environment.sockets).toHaveLength(2);
});

test("wake ends a pause at once", () => {
  const { environment, connection } = start();
  environment.socket.end();
  connection.wake();
  expect(environment.sockets).toHaveLength(2);
  expect(connection.state.get()).toMatchObject({ kind: "connecting", attempt: 2 });
});

test("after a long sleep the old socket is not believed", () => {
  const { environment, connection } = start();
  environment.socket.greet();
  environment.sleep(60_000);
  connection.wake();
  expect(environment.sockets).toHaveLength(2);
  expect(environment.sockets[0]?.closed).toBe(true);
});

test("after a short one it must answer a ping within 3 s", async () => {
  const { environment, connection } = start();
  environment.socket.greet();
  environment.sleep(5_000);
  connection.wake();
  expect(environment.socket.sent).toEqual([{ type: "ping" }]);
  await environment.advance(3_000);
  expect(connection.state.get().kind).toBe("waiting");
});

test("what an abandoned socket still says is not heard", async () => {
  const { environment, connection, frames } = start();
  const old = environment.socket;
  await environment.advance(3_000);
  old.open();
  old.say(PONG);
  old.end(4429);
  expect(frames).toEqual([]);
  expect(connection.state.get().kind).toBe("waiting");
});

test("a frame that cannot be read is ignored and is no sign of life", async () => {
  const { environment, connection, frames } = start();
  environment.socket.greet();
  await environment.advance(8_000);
  environment.socket.text("{");
  environment.socket.text(new ArrayBuffer(2));
  await environment.advance(1_000);
  expect(frames).toHaveLength(1);
  expect(connection.state.get().kind).toBe("waiting");
});

test("an address that comes late, fails or throws is an attempt like any other", async () => {
  const late = start(() => Promise.resolve("ws://late.example/ws/v1"));
  await late.environment.settle();
  expect(late.environment.socket.url).toBe("ws://late.example/ws/v1");
  const failing = start(() => Promise.reject(new Error("no ticket")));
  await failing.environment.settle();
  expect(failing.connection.state.get()).toMatchObject({ kind: "waiting", attempt: 1 });
  const throwing = start(() => {
    throw new Error("no address");
  });
  expect(throwing.connection.state.get()).toMatchObject({ kind: "waiting", attempt: 1 });
});

test("stop and close leave no timer and no socket; closed stays closed", async () => {
  const { environment, connection } = start();
  environment.socket.greet();
  connection.stop();
  expect(connection.state.get().kind).toBe("idle");
  expect([environment.timers.size, environment.openSockets]).toEqual([0, 0]);
  connection.start();
  connection.close();
  connection.wake();
  connection.reconnect();
  connection.start();
  await environment.advance(60_000);
  expect(connection.state.get().kind).toBe("closed");
  expect([environment.timers.size, environment.openSockets]).toEqual([0, 0]);
});

test("reconnect replaces a live socket, because the session is read at the upgrade only", () => {
  const { environment, connection } = start();
  environment.socket.greet();
  connection.reconnect();
  expect(environment.sockets).toHaveLength(2);
  expect(environment.openSockets).toBe(1);
});
