import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "../storage/open-database.ts";
import { type FaultProxy, openFaultProxy } from "../storage/testing/fault-proxy.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { RunningShopRuntime } from "./create-shop-runtime.ts";
import type { ShopChange } from "./shop-runtime.ts";
import { allEvents, done, issue, makeShop, openNode } from "./testing/test-shop.ts";

let real: TestDatabase;
let proxy: FaultProxy;
let behindProxy: OpenDatabase;
let runtime: RunningShopRuntime;

beforeAll(async () => {
  real = await openTestDatabase();
  proxy = await openFaultProxy(real.connectionString);
  const { connectionString } = proxy;
  behindProxy = await openDatabase({ connectionString, log: pino({ level: "silent" }) });
  runtime = openNode(behindProxy);
}, 60_000);

afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await behindProxy.close();
  await proxy[Symbol.asyncDispose]();
  await real.close();
});

describe("P2 a command without a key whose connection breaks during the commit", () => {
  it("is answered, and done once, when the commit took place and its answer was lost", async () => {
    const { shopId, queueId } = await makeShop(behindProxy, runtime);
    const changes: ShopChange[] = [];
    using follows = new DisposableStack();
    follows.use(runtime.follow(shopId, (change) => changes.push(change)));
    const before = proxy.cuts();
    proxy.cutAnswer("COMMIT\0");
    const answer = await done(runtime, { shopId, command: issue(queueId) });
    expect(proxy.cuts()).toBe(before + 1);
    expect(answer).toMatchObject({ seq: 3, position: 1, ticket: { number: "A001" } });
    expect(changes.flatMap((change) => change.events.map((event) => event.seq))).toEqual([3]);
    expect(await allEvents(runtime, shopId)).toHaveLength(3);
    expect((await done(runtime, { shopId, command: issue(queueId) })).ticket?.number).toBe("A002");
  });

  it("is done once when the commit never reached the database", async () => {
    const { shopId, queueId } = await makeShop(behindProxy, runtime);
    const before = proxy.cuts();
    proxy.cutQuestion("batch-e");
    const [issued, called] = await Promise.all([
      done(runtime, {
        shopId,
        command: issue(queueId),
        person: { fullName: "Awa", phone: null, email: null },
      }),
      done(runtime, { shopId, command: { type: "call-next", queueId, counter: "1" } }),
    ]);
    expect(proxy.cuts()).toBe(before + 1);
    expect(issued.ticket?.number).toBe("A001");
    expect(called.ticket?.id).toBe(issued.ticket?.id);
    const types = (await allEvents(runtime, shopId)).map((event) => event.type);
    expect(types.filter((type) => type === "ticket-issued")).toHaveLength(1);
    expect(types.filter((type) => type === "ticket-called")).toHaveLength(1);
  });
});
