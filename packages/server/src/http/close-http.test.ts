import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { httpCloser } from "./close-http.ts";

async function listening(answer: RequestListener) {
  const server = createServer({ keepAliveTimeout: 75_000 }, answer);
  const close = httpCloser(server, async () => {
    const closed = once(server, "close");
    server.close();
    await closed;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, close, port: (server.address() as AddressInfo).port };
}

test("P13: a connection opened in advance and never used does not hold up the stop", async () => {
  const { server, close, port } = await listening((_request, response) => response.end());
  const unused = connect(port, "127.0.0.1");
  await once(server, "connection");
  const ended = once(unused, "close");
  unused.resume();
  await close();
  await ended;
});

test("P13: a request under way is answered, and its kept connection then ends", async () => {
  const arrived = Promise.withResolvers<() => void>();
  const { close, port } = await listening((_request, response) => {
    // What was said of the connection stands in the head, which is out before the stop begins.
    response.writeHead(200);
    response.write("begun ");
    arrived.resolve(() => response.end("and ended"));
  });
  const agent = new Agent({ keepAlive: true });
  const request = get({ port, host: "127.0.0.1", agent });
  const finish = await arrived.promise;
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const closed = close();
  finish();
  expect(await text(response)).toBe("begun and ended");
  await closed;
  agent.destroy();
});
