import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/start-test-app.ts";

const HEADERS_MS = 600;
const REQUEST_MS = 1_200;
/** The server looks for slow ones once a second. */
const LATEST_MS = REQUEST_MS + 2_500;

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp({ shell: { headersWithinMs: HEADERS_MS, requestWithinMs: REQUEST_MS } });
}, 60_000);
afterAll(() => server[Symbol.asyncDispose]());

interface Heard {
  readonly text: string;
  readonly ms: number;
}

/** All that the server says until it closes; `drip` goes on being sent, a byte at a time. */
async function heardUntilClosed(start: string, drip: string): Promise<Heard> {
  const socket: Socket = connect(server.app.port, "127.0.0.1");
  await once(socket, "connect");
  const from = performance.now();
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  socket.on("error", () => undefined);
  socket.write(start);
  let next = 0;
  const dripping = setInterval(() => socket.write(drip[next++ % drip.length] ?? ""), 50);
  const late = setTimeout(() => socket.destroy(), LATEST_MS * 2);
  await once(socket, "close");
  clearInterval(dripping);
  clearTimeout(late);
  return { text, ms: performance.now() - from };
}

test.each([
  ["headers that never end", "GET / HTTP/1.1\r\nhost: a\r\n", "x-slow: y\r\n"],
  ["a request line that never ends", "GET /", "a"],
  [
    "a body that never ends",
    "POST /api/v1/auth/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{",
    " ",
  ],
])("security: %s: told so and closed", async (_what, start, drip) => {
  const { text, ms } = await heardUntilClosed(start, drip);
  expect(ms).toBeLessThan(LATEST_MS);
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(text).toContain("application/problem+json");
  expect(text).toContain('"code":"request-too-slow"');
});

test.each([
  ["no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 400, "bad-request"],
  ["a header without a name", "GET / HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n", 400, "bad-request"],
  [
    "two lengths that differ",
    "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
    400,
    "bad-request",
  ],
  [
    "a length and chunks at once",
    "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
    "bad-request",
  ],
  [
    "headers of 20 KiB",
    `GET / HTTP/1.1\r\nhost: a\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`,
    431,
    "headers-too-large",
  ],
])("security: %s is refused in the one form of an error", async (_what, start, status, code) => {
  const { text } = await heardUntilClosed(start, "");
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  const { body } = { body: JSON.parse(text.slice(text.indexOf("\r\n\r\n"))) };
  expect(body).toMatchObject({ status, code, type: `urn:callnext:problem:${code}` });
  expect(Object.keys(body).toSorted()).toEqual(["code", "status", "title", "type"]);
});
