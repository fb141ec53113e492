import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardedPost, mayBeTarget, type OutboundRules } from "./guarded-post.ts";

let server: Server;
let origin: string;
const heard: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const closed: OutboundRules = { allowedOrigins: [] };
const post = (url: string, rules: OutboundRules) =>
  guardedPost(rules, { url, headers: { "content-type": "application/json" }, body: "{}" });

describe("security: an address that somebody typed reaches nothing inside", () => {
  test.each([
    ["http://hooks.example/", "url-refused"],
    ["ftp://hooks.example/", "url-refused"],
    ["file:///etc/passwd", "url-refused"],
    ["https://user:pass@hooks.example/", "url-refused"],
    ["nonsense", "url-refused"],
    ["https://127.0.0.1/", "address-refused"],
    ["https://127.1/", "address-refused"],
    ["https://2130706433/", "address-refused"],
    ["https://0x7f.0.0.1/", "address-refused"],
    ["https://0177.0.0.1/", "address-refused"],
    ["https://[::1]/", "address-refused"],
    ["https://[::ffff:10.0.0.1]/", "address-refused"],
    ["https://[64:ff9b::a9fe:a9fe]/", "address-refused"],
    ["https://169.254.169.254/latest/meta-data/", "address-refused"],
    ["https://localhost/", "address-refused"],
  ] as const)("%s: %s", async (url, failure) => {
    expect(await post(url, closed)).toEqual({ ok: false, failure });
    expect(heard).toEqual([]);
  });

  test.each([["10.0.0.1"], ["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["fd00:ec2::254"]])(
    "a name that leads to %s",
    async (...addresses) => {
      let asked = 0;
      const resolve = () => {
        asked += 1;
        return Promise.resolve(addresses);
      };
      const { port } = server.address() as AddressInfo;
      const outcome = await post(`https://hooks.example:${port}/`, { ...closed, resolve });
      expect(outcome).toEqual({ ok: false, failure: "address-refused" });
      expect([asked, heard]).toEqual([1, []]);
    },
  );

  test("an allowed origin is allowed exactly, its neighbours are not", async () => {
    answer = (_request, response) => response.writeHead(204).end();
    const rules = { allowedOrigins: [origin] };
    expect(await post(`${origin}/hook`, rules)).toEqual({ ok: true, status: 204 });
    expect(heard).toEqual(["POST /hook"]);
    heard.length = 0;
    expect(mayBeTarget(`${origin}1/`, rules)).toBe(false);
    expect(mayBeTarget(origin.replace("http", "https"), rules)).toBe(false);
  });

  test("a name that is looked up by the connection is the one that was checked", async () => {
    // Asked a second time it would lead inside.
    const answers = [["203.0.113.1"], ["127.0.0.1"]];
    const resolve = () => Promise.resolve(answers.shift() ?? []);
    expect(await post("https://hooks.example/", { ...closed, resolve })).toMatchObject({ ok: false });
    expect(answers).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});

describe("what the other side answers is bounded", () => {
  const bounded = (): OutboundRules => ({ allowedOrigins: [origin], withinMs: 400 });

  test.each<[string, typeof answer, string]>([
    [
      "a redirect, wherever to",
      (_, response) => response.writeHead(302, { location: "/x" }).end(),
      "redirected",
    ],
    ["nothing at all", () => undefined, "too-slow"],
    ["a body that never ends", (_, response) => void response.writeHead(200).write("x"), "too-slow"],
    [
      "more than 64 KiB",
      (_, response) => response.writeHead(200).end("x".repeat(70_000)),
      "answer-too-large",
    ],
    ["a reset", (request) => request.socket.destroy(), "unreachable"],
  ])("%s", async (_what, how, failure) => {
    answer = how;
    heard.length = 0;
    expect(await post(`${origin}/`, bounded())).toMatchObject({ ok: false, failure });
    expect(heard).toHaveLength(1);
  });

  test("an unknown name is told from a refused one", async () => {
    const resolve = () => Promise.reject(new Error("ENOTFOUND"));
    expect(await post("https://nowhere.example/", { ...closed, resolve })).toEqual({
      ok: false,
      failure: "name-unknown",
    });
  });
});
