import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AGENT, type Api, apiOf, type Clinic, clinicOf, MANAGER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect, type TestClient, tryConnect } from "./testing/test-client.ts";

const SLUG = "clinique-madeleine";
const secret = "of the test, and long enough to be one";

let first: TestApp;
let second: TestApp;
let manager: Api;
let clinic: Clinic;
/** Not public, a new one for each test. */
let display: string;
let device: { readonly id: string; readonly key: string };

beforeAll(async () => {
  first = await startTestApp({ config: { secret } });
  second = await startTestApp({ config: { databaseUrl: first.connectionString, secret } });
  manager = await signIn(first, MANAGER);
  clinic = await clinicOf(first);
});
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();
});
beforeEach(async () => {
  display = await newDisplay();
  device = await pair(display);
});

const newDisplay = async (): Promise<string> => {
  const body = { name: "Salle 2", queue_ids: [clinic.queueId], public: false };
  return (await manager("POST", `${clinic.tenant}/shops/${clinic.shopId}/displays`, body)).body.display.id;
};

const pair = async (displayId: string): Promise<typeof device> => {
  const anyone = apiOf(first);
  const { body } = await anyone("POST", "/devices/pairings");
  await manager("POST", `${clinic.tenant}/devices`, { code: body.code, display_id: displayId });
  const taken = await anyone("POST", `/devices/pairings/${body.pairing_id}/key`, { secret: body.secret });
  return { id: taken.body.device.id, key: taken.body.key };
};

const at = (node: TestApp, path: string): string => `${node.app.address.replace("http", "ws")}${path}`;
const boardPath = (id = display): string => `/ws/tenants/${SLUG}/displays/${id}/`;
const own = (): { readonly headers: { readonly authorization: string } } => ({
  headers: { authorization: `Device ${device.key}` },
});

const ticketFrom = async (node: TestApp): Promise<string> =>
  (await apiOf(node, device.key)("POST", "/auth/socket-ticket")).body.ticket;

/** On the native socket, following the display as a board. */
const follow = async (
  node: TestApp,
  options: Parameters<typeof connect>[1] = {},
  { displayId = display, board = "b1" } = {},
): Promise<TestClient> => {
  const client = await connect(at(node, "/ws/v1"), options);
  client.send({ type: "subscribe", topic: `display:${displayId}`, board });
  return client;
};

const call = async (counter: string): Promise<string> => {
  await manager("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, { full_name: "Jane Smith" });
  const path = `${clinic.tenant}/queues/${clinic.queueId}/call-next`;
  return (await manager("POST", path, { counter })).body.ticket.number;
};

describe("a display that is not public", () => {
  test("security: is refused before the 101 to who brings nothing, and to a foreign key", async () => {
    expect(await tryConnect(at(first, boardPath()))).toEqual({ status: 401, code: "unauthenticated" });
    const other = await newDisplay();
    expect(await tryConnect(at(first, boardPath(other)), own())).toEqual({
      status: 403,
      code: "display-not-public",
    });
    await using native = await follow(first);
    expect(await native.next("refused")).toMatchObject({ code: "display-not-public" });
  });

  test("is open to its device by header, by a one-use ticket of any node, and to the staff", async () => {
    const ticket = await ticketFrom(second);
    const withTicket = at(first, `${boardPath()}?ticket=${ticket}`);
    await using board = await connect(withTicket);
    await board.next("refresh");
    expect(await tryConnect(withTicket)).toMatchObject({ status: 401 });
    await using again = await connect(at(second, boardPath()), own());
    await again.next("refresh");
    await using native = await follow(second, own());
    await native.next("snapshot");
    const agent = await signIn(first, AGENT);
    await using staff = await connect(at(first, boardPath()), {
      headers: { authorization: `Bearer ${agent.token}` },
    });
    await staff.next("refresh");
    const number = await call("61");
    expect((await board.next("ticket_called"))["ticket"]).toMatchObject({ number });
    for (let told = ""; !told.includes(number);) told = JSON.stringify(await native.next("delta"));
  });

  test("P14 made public and back: strangers come and go within 2 s, its device and the staff stay", async () => {
    const make = (open: boolean): Promise<unknown> =>
      manager("PATCH", `${clinic.tenant}/displays/${display}`, { public: open });
    await make(true);
    await using stranger = await connect(at(second, boardPath()));
    await stranger.next("refresh");
    await using native = await follow(second);
    await native.next("snapshot");
    await using board = await connect(at(second, boardPath()), own());
    await board.next("refresh");
    await make(false);
    const began = performance.now();
    expect(await stranger.ended()).toEqual({ code: 4403, reason: "display-not-public" });
    expect(await native.next("refused")).toMatchObject({ code: "display-not-public" });
    expect(performance.now() - began).toBeLessThan(2_000);
    const number = await call("62");
    expect((await board.next("ticket_called"))["ticket"]).toMatchObject({ number });
    expect(JSON.stringify(await native.settled())).not.toContain(number);
  });
});

describe("P14 a device", () => {
  test("that is revoked is off within 2 s on every node and every socket", async () => {
    await using here = await connect(at(first, boardPath()), own());
    await using there = await connect(at(second, boardPath()), own());
    await using native = await follow(second, own());
    await native.next("snapshot");
    const unused = await ticketFrom(first);
    const began = performance.now();
    expect((await manager("DELETE", `${clinic.tenant}/devices/${device.id}`)).status).toBe(204);
    const ends = await Promise.all([here, there, native].map((client) => client.ended()));
    expect(ends.map(({ code }) => code)).toEqual([4401, 4401, 4401]);
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const node of [first, second]) {
      expect(await tryConnect(at(node, boardPath()), own())).toMatchObject({ status: 401 });
      expect((await apiOf(node, device.key)("GET", "/devices/self")).status).toBe(401);
    }
    expect(await tryConnect(at(second, `${boardPath()}?ticket=${unused}`))).toMatchObject({ status: 401 });
  });

  test("that is moved is put off the first display and may have the second", async () => {
    const other = await newDisplay();
    await using client = await follow(second, own());
    await client.next("snapshot");
    await manager("PATCH", `${clinic.tenant}/devices/${device.id}`, { display_id: other });
    expect((await client.ended()).code).toBe(4401);
    await using moved = await follow(second, own(), { displayId: other });
    await moved.next("snapshot");
    expect(await tryConnect(at(second, boardPath()), own())).toMatchObject({ status: 403 });
  });

  test("security: follows nothing of the staff's", async () => {
    await using client = await connect(at(first, "/ws/v1"), own());
    for (const topic of [`shop:${clinic.shopId}:staff`, `shop:${clinic.shopId}:boards`]) {
      client.send({ type: "subscribe", topic });
      expect((await client.next("refused"))["topic"]).toBe(topic);
    }
    await using queue = await connect(at(first, `/ws/queue/${clinic.shopId}/`), own());
    await call("63");
    expect(JSON.stringify(await queue.next("queue_update"))).not.toContain("Jane Smith");
  });
});

describe("what boards report", () => {
  const boards = async (): Promise<readonly string[]> => {
    const { body } = await manager("GET", `/topics/shop:${clinic.shopId}:boards`);
    return Object.keys(body.view.boards);
  };

  test("is told under the device's own id, which nobody else can take", async () => {
    await using client = await follow(first, own(), { board: "of-its-own-making" });
    await client.next("snapshot");
    expect(await boards()).toContain(`${display}/device:${device.id}`);
    await using liar = await follow(first, {}, { displayId: clinic.displayId, board: `device:${device.id}` });
    await liar.next("snapshot");
    expect((await boards()).filter((key) => key.startsWith(clinic.displayId))).toEqual([]);
  });

  test("without a key counts for public displays only; a member of staff who looks is no board", async () => {
    await using open = await follow(first, {}, { displayId: clinic.displayId, board: "window" });
    await open.next("snapshot");
    expect(await boards()).toContain(`${clinic.displayId}/window`);
    await using staff = await follow(first, { headers: { authorization: `Bearer ${manager.token}` } });
    await staff.next("snapshot");
    expect((await boards()).filter((key) => key.startsWith(display))).toEqual([]);
  });
});
