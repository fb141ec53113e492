import { expect, test } from "vitest";
import { startDevEnv } from "./start-dev-env.ts";

test("boots the whole system: pages, API and sockets on one port, each with its own database", async () => {
  await using first = await startDevEnv();
  await using second = await startDevEnv({ demo: false });
  expect(first.password).not.toBeNull();
  expect(second.password).toBeNull();
  expect(second.setupPath).toMatch(/^\/setup#/);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${first.url}/api/v1/demo`)).status).toBe(200);
  expect((await fetch(`${second.url}/api/v1/demo`)).status).toBe(404);
  const socket = new WebSocket(`${first.wsUrl}/ws/v1`, "callnext.v1");
  const hello = await new Promise<MessageEvent>((resolve, reject) => {
    socket.addEventListener("message", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  expect(JSON.parse(String(hello.data))).toMatchObject({ type: "hello" });
  socket.close();
});
