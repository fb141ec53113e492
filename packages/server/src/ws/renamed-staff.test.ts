import { afterAll, beforeAll, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, type Clinic, clinicOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { join, openSocketServer, run } from "./testing/socket-server.ts";
import { connect, type TestClient } from "./testing/test-client.ts";
import { DISPLAY, QUEUE_A, SLUG } from "./testing/test-shops.ts";

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

const staffTopic = async (node: TestApp): Promise<TestClient> => {
  const client = await connect(`${node.app.address.replace("http", "ws")}/ws/v1`, {
    headers: { authorization: `Bearer ${agent.token}` },
  });
  client.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
  await client.next("snapshot");
  return client;
};

test("a changed name of an agent reaches open sockets of every node without an event", async () => {
  await using elsewhere = await startTestApp({ config: { databaseUrl: first.connectionString, secret } });
  await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {});
  await agent("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter: "1" });
  await using here = await staffTopic(first);
  await using there = await staffTopic(elsewhere);
  const admin = await signIn(first, ADMIN);
  const { staff } = (await admin("GET", `${clinic.tenant}/staff`)).body;
  const awa = staff.find(({ email }: { readonly email: string }) => email === AGENT);
  const changed = await admin("PATCH", `${clinic.tenant}/staff/${awa.id}`, { full_name: "Dr. Awa Ba" });
  expect(changed.status).toBe(200);
  for (const client of [here, there]) {
    const delta = await client.next("delta");
    expect(delta["to"]).toBe(delta["from"]);
    expect(JSON.stringify(delta["set"])).toContain('"agent_name":"Dr. Awa Ba"');
  }
});

test("a board of the second document fetches everything anew when an agent's name changes, after the calls before", async () => {
  await using server = await openSocketServer();
  await using board = await connect(`${server.url}/ws/tenants/${SLUG}/displays/${DISPLAY}/`);
  await board.next("refresh");
  await join(server.runtime, QUEUE_A);
  const { answer } = await run(server.runtime, { type: "call-next", queueId: QUEUE_A, counter: "3" });
  server.runtime.rename(7, "Dr. Awa Ba");
  expect((await board.settled()).map(({ type, seq }) => [type, seq])).toEqual([
    ["ticket_called", answer.seq],
    ["refresh", answer.seq],
  ]);
  await using returned = await connect(
    `${server.url}/ws/tenants/${SLUG}/displays/${DISPLAY}/?epoch=${server.runtime.epoch}&since=${answer.seq - 1}`,
  );
  const [, called] = await returned.settled();
  expect(called).toMatchObject({ type: "ticket_called", ticket: { agent_name: "Dr. Awa Ba" } });
});
