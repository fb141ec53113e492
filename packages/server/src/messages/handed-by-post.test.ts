import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { guardedPost } from "../outbound/guarded-post.ts";
import { handedByPost } from "./handed-by-post.ts";

const AGAIN = { outcome: "failed", reason: "not-taken", again: true };
const UNKNOWN = { outcome: "failed", reason: "no-answer", again: false };

test("P2 what may have gone out is not tried again", () => {
  const answered = (status: number) => handedByPost({ ok: true, status });
  expect(answered(201)).toEqual({ outcome: "sent" });
  for (const status of [429, 500, 503]) expect(answered(status)).toEqual(AGAIN);
  // A gateway heard nothing of whoever stands behind it.
  for (const status of [408, 504]) expect(answered(status)).toEqual(UNKNOWN);
  expect(answered(400)).toMatchObject({ reason: "refused", again: false });
});

/** Lets everybody in, and hangs up when it has heard a whole request; closed: nobody is let in. */
async function hangsUp() {
  const server = createServer((socket) => {
    let heard = "";
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
      if (heard.endsWith("two words")) socket.resetAndDestroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const post = async () =>
    handedByPost(
      await guardedPost({ allowedOrigins: [origin] }, { url: `${origin}/`, headers: {}, body: "two words" }),
    );
  return { server, post };
}

test("P2 a connection that is lost once everything was said is no reason to say it again, as one that never stood", async () => {
  const { server, post } = await hangsUp();
  expect(await post()).toEqual(UNKNOWN);
  server.close();
  await once(server, "close");
  expect(await post()).toEqual(AGAIN);
});
