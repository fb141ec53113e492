import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { RunningShopRuntime } from "./create-shop-runtime.ts";
import { allEvents, done, issue, makeShop, openNode, submit } from "./testing/test-shop.ts";

let database: TestDatabase;
let runtime: RunningShopRuntime;
let otherNode: RunningShopRuntime;

beforeAll(async () => {
  database = await openTestDatabase();
  runtime = openNode(database);
  otherNode = openNode(database);
}, 60_000);

afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await otherNode[Symbol.asyncDispose]();
  await database.close();
});

function claim(key: string, bodyHash = "body") {
  return { key, actor: "public", route: "signup", bodyHash };
}

describe("P2 a command with a key takes effect at most once", () => {
  it("gives one ticket for the same key 20 times at the same time, on two nodes", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        submit(index % 2 === 0 ? runtime : otherNode, {
          shopId,
          command: issue(queueId),
          idempotency: claim("twenty"),
          ref: randomUUID(),
        }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.answer))).size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
    const issued = (await allEvents(runtime, shopId)).filter((event) => event.type === "ticket-issued");
    expect(issued).toHaveLength(1);
  });

  it("replays the same answer after the shop has moved on, also on another node", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const submission = { shopId, command: issue(queueId), idempotency: claim("later"), ref: "mine" };
    const first = await done(runtime, submission);
    await done(runtime, { shopId, command: { type: "call-next", queueId, counter: "1" } });
    for (const node of [runtime, otherNode]) {
      const again = await submit(node, { ...submission, command: issue(queueId), ref: "another" });
      expect(again).toMatchObject({ ok: true, replayed: true, answer: first });
      expect(again.ok && again.snapshot.state.seq >= first.seq).toBe(true);
    }
    expect(first).toMatchObject({ position: 1, ref: "mine", ticket: { status: "waiting" } });
  });

  it("replays a refusal, although the command would be accepted by now", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const submission = {
      shopId,
      command: { type: "call-next", queueId, counter: "1" } as const,
      idempotency: claim("refused"),
    };
    const refused = { ok: false, refusal: { code: "queue-empty", queueId } };
    expect(await submit(runtime, submission)).toEqual(refused);
    await done(runtime, { shopId, command: issue(queueId) });
    expect(await submit(runtime, submission)).toEqual(refused);
    expect(await submit(otherNode, submission)).toEqual(refused);
  });

  it("refuses the same key with another body, in one batch and later", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const [first, other] = await Promise.all([
      submit(runtime, { shopId, command: issue(queueId), idempotency: claim("mismatch", "one") }),
      submit(runtime, { shopId, command: issue(queueId), idempotency: claim("mismatch", "two") }),
    ]);
    const mismatch = { ok: false, refusal: { code: "idempotency-mismatch", key: "mismatch" } };
    expect(first.ok).toBe(true);
    expect(other).toEqual(mismatch);
    expect(
      await submit(otherNode, { shopId, command: issue(queueId), idempotency: claim("mismatch", "two") }),
    ).toEqual(mismatch);
  });

  it("keeps equal keys of different actors, routes and tenants apart", async () => {
    const one = await makeShop(database, runtime);
    const two = await makeShop(database, runtime);
    const claims = [
      claim("same"),
      { ...claim("same"), actor: "staff:1" },
      { ...claim("same"), route: "other" },
    ];
    const answers = await Promise.all([
      ...claims.map((idempotency) =>
        done(runtime, { shopId: one.shopId, command: issue(one.queueId), idempotency }),
      ),
      done(runtime, { shopId: two.shopId, command: issue(two.queueId), idempotency: claim("same") }),
    ]);
    expect(new Set(answers.map((answer) => answer.ticket?.id)).size).toBe(4);
  });

  it("goes on with the rest of a batch in which a key was used before", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const known = await done(runtime, { shopId, command: issue(queueId), idempotency: claim("known") });
    const answers = await Promise.all([
      done(runtime, { shopId, command: issue(queueId) }),
      done(runtime, { shopId, command: issue(queueId), idempotency: claim("known") }),
      done(runtime, { shopId, command: issue(queueId), idempotency: claim("new") }),
    ]);
    expect(answers.map((answer) => answer.ticket?.number)).toEqual(["A002", "A001", "A003"]);
    expect(answers[1]).toEqual(known);
  });
});
