import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  AGENT,
  ALLOWED_ORIGIN,
  join,
  openSocketServer,
  sessionNamed,
  type SocketServer,
} from "./testing/socket-server.ts";
import { connect, tryConnect } from "./testing/test-client.ts";
import {
  DISPLAY,
  DISPLAY_EMPTY,
  DISPLAY_OFF,
  DISPLAY_OTHER,
  OTHER_SLUG,
  QUEUE_A,
  SLUG,
} from "./testing/test-shops.ts";

let server: SocketServer;
beforeEach(async () => {
  server = await openSocketServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const board = (slug: string, id: string): string => `${server.url}/ws/tenants/${slug}/displays/${id}/`;
const cookie = { cookie: `callnext_session=${AGENT}` };

/** Whether the queue socket opened this way shows full names, as to the shop's staff. */
const seesNames = async (query: string, options: Parameters<typeof connect>[1]): Promise<boolean> => {
  await join(server.runtime, QUEUE_A, "Jane Smith");
  await using client = await connect(`${server.url}/ws/queue/1/${query}`, options);
  return JSON.stringify(await client.next()).includes("Jane Smith");
};

describe("a path without a room is refused before the 101, with the reason in the log", () => {
  const unknown = "dddddddd-0000-4000-8000-00000000000f";
  test.each([
    ["unknown display", SLUG, unknown, "display-unknown", "display unknown"],
    ["display of another tenant", SLUG, DISPLAY_OTHER, "display-unknown", "display unknown"],
    ["display under another tenant's slug", OTHER_SLUG, DISPLAY, "display-unknown", "display unknown"],
    ["display that is off", SLUG, DISPLAY_OFF, "display-inactive", "display inactive"],
    ["display without queues", SLUG, DISPLAY_EMPTY, "display-without-queues", "display has no queues"],
  ])("%s", async (_, slug, id, code, reason) => {
    expect(await tryConnect(board(slug, id))).toEqual({ status: 404, code });
    expect(server.logged.at(-1)).toMatchObject({ message: `socket refused: ${reason}`, fields: { reason } });
  });

  test.each([
    "/ws/queue/9/",
    "/ws/queue/99999999999/",
    "/ws/queue/0/",
    "/ws/queue/x/",
    "/ws/appointments/9",
    "/ws/nowhere",
    `/ws/tenants/${SLUG}/displays/1/`,
    "/ws/v1/extra",
    "//evil.example/ws/v1",
  ])("%s", async (path) => {
    expect(await tryConnect(`${server.url}${path}`)).toMatchObject({ status: 404 });
  });
});

describe("origins are compared exactly", () => {
  test("the own one, the public URL's, an allowed one and none at all may connect", async () => {
    const own = `http://127.0.0.1:${server.port}`;
    for (const origin of [own, "https://callnext.example.org", ALLOWED_ORIGIN, undefined]) {
      await using client = await connect(board(SLUG, DISPLAY), origin === undefined ? {} : { origin });
      expect((await client.next()).type).toBe("connection");
    }
  });

  test.each([
    "https://board.example.org.evil.example",
    "https://evil.example/https://board.example.org",
    "https://board.example.org@evil.example",
    "https://board.example.org:444",
    "https://board.example.org/",
    "https://board.example.org.",
    "http://board.example.org",
    "https://Board.example.org",
    "https://sub.board.example.org",
    "https://example.org",
    "https://boardxexample.org",
    "https://board.example.org%00.evil.example",
    "https://bоard.example.org",
    "wss://board.example.org",
    "null",
    "file://",
    "http://127.0.0.1:1",
    "http://localhost.evil.example",
  ])("%s is refused by 403 and named in the log", async (origin) => {
    expect(await tryConnect(board(SLUG, DISPLAY), { origin: encodeURI(origin) })).toEqual({
      status: 403,
      code: "origin-refused",
    });
    expect(server.logged.at(-1)?.message).toBe(`socket refused: origin refused: ${encodeURI(origin)}`);
  });
});

describe("a session", () => {
  test("counts as Authorization, as a one-use ticket, and as a cookie from an allowed origin", async () => {
    expect(await seesNames("", { headers: { authorization: `Bearer ${AGENT}` } })).toBe(true);
    const ticket = server.tickets.issue(sessionNamed(AGENT));
    expect(await seesNames(`?ticket=${ticket}`, {})).toBe(true);
    expect(await seesNames("", { headers: cookie, origin: ALLOWED_ORIGIN })).toBe(true);
  });

  test("as a cookie without an Origin brings no rights", async () => {
    expect(await seesNames("", { headers: cookie })).toBe(false);
  });

  test("as an outdated cookie leaves the public sockets open", async () => {
    const outdated = { headers: { cookie: "callnext_session=gone" }, origin: ALLOWED_ORIGIN };
    expect(await seesNames("", outdated)).toBe(false);
  });

  test("a ticket serves once; a used or invented one, and a wrong Authorization, get 401", async () => {
    const ticket = server.tickets.issue(sessionNamed(AGENT));
    const url = `${server.url}/ws/v1?ticket=${ticket}`;
    await using first = await connect(url);
    expect((await first.next()).type).toBe("hello");
    expect(await tryConnect(url)).toEqual({ status: 401, code: "unauthenticated" });
    expect(await tryConnect(`${server.url}/ws/v1?ticket=invented`)).toMatchObject({ status: 401 });
    expect(
      await tryConnect(`${server.url}/ws/v1`, { headers: { authorization: "Bearer no" } }),
    ).toMatchObject({
      status: 401,
    });
    expect(JSON.stringify(server.logged)).not.toContain(ticket);
  });

  test("that ends closes its sockets with 4401 and no others", async () => {
    await using own = await connect(`${server.url}/ws/v1`, { headers: { authorization: `Bearer ${AGENT}` } });
    await using stranger = await connect(`${server.url}/ws/v1`);
    server.sockets.end({ kind: "user", userId: "u1" });
    expect(await own.ended()).toMatchObject({ code: 4401 });
    await stranger.settled();
  });
});

test("an address and the server hold so many sockets and no more", async () => {
  await using narrow = await openSocketServer({ limits: { perAddress: 2, total: 10 } });
  await using full = await openSocketServer({ limits: { perAddress: 10, total: 1 } });
  await using first = await connect(`${narrow.url}/ws/v1`);
  await using second = await connect(`${narrow.url}/ws/v1`);
  expect(await tryConnect(`${narrow.url}/ws/v1`)).toEqual({ status: 429, code: "too-many-sockets" });
  await second[Symbol.asyncDispose]();
  await using only = await connect(`${full.url}/ws/v1`);
  expect(await tryConnect(`${full.url}/ws/v1`)).toEqual({ status: 503, code: "server-full" });
  await Promise.all([first.settled(), only.settled()]);
});

test("a frame of more than 16 KiB ends the socket with 1009", async () => {
  await using client = await connect(`${server.url}/ws/v1`);
  client.send("x".repeat(17_000));
  expect(await client.ended()).toMatchObject({ code: 1009 });
});

test("a server that stops tells everyone when to return", async () => {
  await using client = await connect(`${server.url}/ws/v1`);
  const stopping = server.sockets.close();
  const { code, reason } = await client.ended();
  expect(code).toBe(1012);
  expect(JSON.parse(reason)).toEqual({ retry_in_ms: 452 });
  await stopping;
  expect(server.sockets.stats()).toMatchObject({ sockets: 0, audiences: 0 });
});

test("nothing is followed once nobody listens", async () => {
  await using client = await connect(board(SLUG, DISPLAY));
  await using queue = await connect(`${server.url}/ws/queue/1/`);
  await client.next("refresh");
  await queue.next();
  expect(server.sockets.stats()).toMatchObject({
    sockets: 2,
    audiences: 2,
    byRoute: { display: 1, queue: 1 },
  });
  expect(server.runtime.followers).toBe(1);
  await client[Symbol.asyncDispose]();
  await queue[Symbol.asyncDispose]();
  await expect.poll(() => server.sockets.stats()).toMatchObject({ sockets: 0, audiences: 0 });
  expect(server.runtime.followers).toBe(0);
});
