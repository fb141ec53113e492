import { afterEach, describe, expect, test } from "vitest";
import { AGENT, openSocketServer, OTHER_AGENT, type SocketServer } from "../testing/socket-server.ts";
import { connect, type Refused, type TestClient, tryConnect } from "../testing/test-client.ts";
import { DISPLAY, DISPLAY_OTHER, OTHER_SLUG, SLUG } from "../testing/test-shops.ts";
import type { SocketLimits, SocketRates } from "./socket-limits.ts";

const PLENTY = { burst: 10_000, perSecond: 10_000 };
const RATES: SocketRates = {
  upgradesPerAddress: PLENTY,
  upgradesPerCaller: PLENTY,
  framesPerAddress: PLENTY,
  framesPerCaller: PLENTY,
  framesPerTenant: PLENTY,
};
const FULL: Refused = { status: 429, code: "too-many-sockets" };

let opened = new AsyncDisposableStack();
afterEach(async () => {
  await opened.disposeAsync();
  opened = new AsyncDisposableStack();
});

async function serverWith(limits: Partial<SocketLimits>): Promise<SocketServer> {
  return opened.use(await openSocketServer({ limits }));
}

const as = (name: string) => ({ headers: { authorization: `Bearer ${name}` } });

async function open(url: string, options: Parameters<typeof connect>[1] = {}): Promise<TestClient> {
  return opened.use(await connect(url, options));
}

describe("security: connection caps", () => {
  test("of one person, over all their sockets, and of nobody else", async () => {
    const { url } = await serverWith({ perCaller: 2 });
    const first = await open(`${url}/ws/v1`, as(AGENT));
    await open(`${url}/ws/queue/1/`, as(AGENT));
    expect(await tryConnect(`${url}/ws/v1`, as(AGENT))).toEqual(FULL);
    await open(`${url}/ws/v1`, as(OTHER_AGENT));
    await open(`${url}/ws/v1`);
    await first[Symbol.asyncDispose]();
    await expect
      .poll(async () => Object.keys(await tryConnect(`${url}/ws/v1`, as(AGENT))))
      .toContain("socket");
  });

  test("of one tenant, on the documents' sockets and by topic on the native one", async () => {
    const { url } = await serverWith({ perTenant: 2 });
    const board = (slug: string, id: string) => `${url}/ws/tenants/${slug}/displays/${id}/`;
    await open(board(SLUG, DISPLAY));
    const native = await open(`${url}/ws/v1`);
    for (const topic of ["shop:1:public", `display:${DISPLAY}`]) {
      native.send({ type: "subscribe", topic });
      await native.next("snapshot");
    }
    expect(await tryConnect(board(SLUG, DISPLAY))).toEqual(FULL);
    expect(await tryConnect(`${url}/ws/queue/1/`)).toEqual(FULL);
    const late = await open(`${url}/ws/v1`);
    late.send({ type: "subscribe", topic: "shop:1:public" });
    expect(await late.next("refused")).toMatchObject({ topic: "shop:1:public", code: "too-many-sockets" });
    late.send({ type: "subscribe", topic: "shop:2:public" });
    await late.next("snapshot");
    await open(board(OTHER_SLUG, DISPLAY_OTHER));
    await native[Symbol.asyncDispose]();
    await expect.poll(async () => Object.keys(await tryConnect(`${url}/ws/queue/1/`))).toContain("socket");
  });

  test("what is refused leaves nothing behind", async () => {
    const server = await serverWith({ perCaller: 1, perTenant: 1, perAddress: 3 });
    await open(`${server.url}/ws/queue/1/`, as(AGENT));
    for (let tries = 0; tries < 20; tries += 1) await tryConnect(`${server.url}/ws/queue/1/`, as(AGENT));
    for (let tries = 0; tries < 20; tries += 1) await tryConnect(`${server.url}/ws/queue/1/`);
    expect(server.runtime.followers).toBe(1);
    await open(`${server.url}/ws/queue/2/`);
  });
});

describe("security: rates", () => {
  const ONE = { burst: 3, perSecond: 0.01 };

  test("of upgrades from one address, the refused ones counted", async () => {
    const { url, logged } = await serverWith({ rates: { ...RATES, upgradesPerAddress: ONE } });
    for (let tries = 0; tries < 3; tries += 1) await tryConnect(`${url}/ws/nowhere`);
    expect(await tryConnect(`${url}/ws/v1`)).toEqual({ status: 429, code: "too-many-requests" });
    expect(logged.at(-1)).toMatchObject({ fields: { reason: "one address asks too often" } });
  });

  test("of upgrades by one person", async () => {
    const { url } = await serverWith({ rates: { ...RATES, upgradesPerCaller: ONE } });
    for (let tries = 0; tries < 3; tries += 1) await open(`${url}/ws/v1`, as(AGENT));
    expect(await tryConnect(`${url}/ws/v1`, as(AGENT))).toEqual({ status: 429, code: "too-many-requests" });
    await open(`${url}/ws/v1`, as(OTHER_AGENT));
    await open(`${url}/ws/v1`);
  });

  test.each(["framesPerAddress", "framesPerCaller"] as const)(
    "%s: many sockets have one rate together",
    async (rate) => {
      const { url } = await serverWith({ rates: { ...RATES, [rate]: { burst: 30, perSecond: 0.01 } } });
      const clients = [await open(`${url}/ws/v1`, as(AGENT)), await open(`${url}/ws/v1`, as(AGENT))] as const;
      for (let frames = 0; frames < 12; frames += 1) for (const client of clients) await client.settled();
      for (let frames = 0; frames < 12; frames += 1) clients[0].socket.send('{"type":"ping"}');
      expect(await clients[0].ended()).toMatchObject({ code: 4429 });
    },
  );

  test("framesPerTenant: strangers at many addresses cannot drown one tenant's shops", async () => {
    const { url } = await serverWith({
      rates: { ...RATES, framesPerTenant: { burst: 10, perSecond: 0.01 } },
    });
    const ours = await open(`${url}/ws/queue/1/`);
    const theirs = await open(`${url}/ws/queue/2/`);
    for (let frames = 0; frames < 11; frames += 1) ours.socket.send('{"type":"ping"}');
    expect(await ours.ended()).toMatchObject({ code: 4429 });
    await theirs.settled();
  });
});

describe("security: what comes in is bounded", () => {
  test("compression is not agreed to, whatever is offered", async () => {
    const { url } = await serverWith({});
    const headers = { "sec-websocket-extensions": "permessage-deflate; client_max_window_bits" };
    const client = await open(`${url}/ws/v1`, { headers });
    expect(client.socket.extensions).toBe("");
    await client.settled();
  });

  test("16 KiB in fragments is as much as 16 KiB in one frame", async () => {
    const { url } = await serverWith({});
    const client = await open(`${url}/ws/v1`);
    for (let part = 0; part < 5; part += 1) client.socket.send("x".repeat(4_000), { fin: false });
    expect(await client.ended()).toMatchObject({ code: 1009 });
  });

  test("a message of endless empty fragments ends the socket", async () => {
    const { url } = await serverWith({});
    const client = await open(`${url}/ws/v1`);
    for (let part = 0; part < 200; part += 1) client.socket.send("", { fin: false });
    expect(await client.ended()).toMatchObject({ code: 1008 });
  });
});
