import type { View } from "@callnext/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AGENT, type Api, apiOf, type Clinic, clinicOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect, type Frame } from "./testing/test-client.ts";

/** Both nodes must be able to unwrap the signing keys in the database. */
const secret = "of the test, and long enough to be one";

let first: TestApp;
let agent: Api;
let clinic: Clinic;
beforeAll(async () => {
  first = await startTestApp({ config: { secret } });
  agent = await signIn(first, AGENT);
  clinic = await clinicOf(first);
});
afterAll(() => first[Symbol.asyncDispose]());

/** Another node on the same database. */
const secondNode = (): Promise<TestApp> =>
  startTestApp({ config: { databaseUrl: first.connectionString, secret } });

const socketUrl = (node: TestApp, path: string): string => `${node.app.address.replace("http", "ws")}${path}`;
const boardPath = (): string => `/ws/tenants/clinique-madeleine/displays/${clinic.displayId}/`;

const callOne = async (counter: string): Promise<Frame> => {
  await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, { full_name: "Jane Smith" });
  const answer = await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter });
  expect(answer.status).toBe(200);
  return answer.body;
};

test("a call by REST reaches a board on another node, which goes on there after its own node is gone", async () => {
  await using elsewhere = await secondNode();
  await using board = await connect(socketUrl(elsewhere, boardPath()));
  await board.next("refresh");
  const one = await callOne("101");
  expect(await board.next("ticket_called")).toMatchObject({
    seq: one["seq"],
    epoch: one["epoch"],
    ticket: { counter: 101 },
  });
  await elsewhere[Symbol.asyncDispose]();
  expect((await board.ended()).code).toBe(1012);
  const two = await callOne("102");
  const three = await callOne("103");
  await using returned = await connect(
    socketUrl(first, `${boardPath()}?epoch=${String(one["epoch"])}&since=${String(one["seq"])}`),
  );
  const told = (await returned.settled()).filter(({ type }) => type !== "connection");
  expect(told.map(({ type, seq }) => [type, seq])).toEqual([
    ["ticket_called", two["seq"]],
    ["ticket_called", three["seq"]],
  ]);
  expect(JSON.stringify(told)).not.toContain("Jane");
});

test("the native staff topic shows what REST shows at the same seq", async () => {
  await using client = await connect(socketUrl(first, "/ws/v1"), {
    protocols: ["callnext.v1"],
    headers: { authorization: `Bearer ${agent.token}` },
  });
  client.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
  const snapshot = await client.next("snapshot");
  const state = await agent("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`);
  expect(state.body.seq).toBe(snapshot["to"]);
  expect(snapshot["view"]).toEqual(state.body.view as View);
});

test("P9 boards report what they show; a console sees it on the socket and by polling", async () => {
  const headers = { authorization: `Bearer ${agent.token}` };
  const topic = `shop:${clinic.shopId}:boards`;
  await using desk = await connect(socketUrl(first, "/ws/v1"), { headers });
  desk.send({ type: "subscribe", topic });
  await desk.next("snapshot");
  await using board = await connect(socketUrl(first, "/ws/v1"));
  board.send({ type: "subscribe", topic: `display:${clinic.displayId}`, board: "hall" });
  await board.next("snapshot");
  const { ticket } = (await callOne("105")) as unknown as { readonly ticket: { readonly id: string } };
  const drawn_at = new Date(0).toISOString();
  const calls = [{ ticket_id: ticket.id, calls: 1, drawn_at, announced_at: null }];
  board.send({ type: "seen", topic: `display:${clinic.displayId}`, sound: "blocked", calls });
  const shown = `"calls":1,"shown":1,"announced":0,"of":1`;
  for (;;) if (JSON.stringify((await desk.next("delta"))["set"]).includes(shown)) break;
  const polled = await agent("GET", `/topics/${topic}`);
  expect(polled.status).toBe(200);
  expect(polled.body.view.boards[`${clinic.displayId}/hall`]).toMatchObject({
    connected: true,
    silent: false,
    sound: "blocked",
  });
  expect(polled.body.view.calls[`${ticket.id}/1`]).toMatchObject({ shown: 1, first_drawn_at: drawn_at });
  const { epoch, to } = polled.body;
  expect((await agent("GET", `/topics/${topic}?epoch=${epoch}&seq=${to}`)).status).toBe(204);
  expect((await apiOf(first)("GET", `/topics/${topic}`)).status).toBe(401);
});

test("a one-use ticket from the API opens a staff socket once", async () => {
  const { body } = await agent("POST", "/auth/socket-ticket");
  const path = `/ws/queue/${clinic.shopId}/?ticket=${body.ticket}`;
  await callOne("104");
  await using client = await connect(socketUrl(first, path));
  expect(JSON.stringify(await client.next())).toContain("Jane Smith");
  await expect(connect(socketUrl(first, path))).rejects.toThrow("401");
});

test("signing out ends the session's sockets", async () => {
  const other = await signIn(first, AGENT);
  await using client = await connect(socketUrl(first, "/ws/v1"), {
    headers: { authorization: `Bearer ${other.token}` },
  });
  await client.next("hello");
  await other("POST", "/auth/logout");
  expect(await client.ended()).toMatchObject({ code: 4401 });
  expect((await apiOf(first)("GET", "/auth/me")).status).toBe(401);
});
