import type { PublicView } from "@callnext/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TopicState } from "./contract.ts";
import { createCallnext } from "./create-callnext.ts";
import { memoryStore } from "./store/memory-store.ts";
import { FaultyWorld, TOPIC } from "./testing/faulty-world.ts";

/** P6: exactly one seq's truth, never back within an epoch. P9: unmarked, at most 10 s behind. */
const check = (world: FaultyWorld, before: TopicState<PublicView>, now: TopicState<PublicView>): void => {
  if (now.epoch === before.epoch && now.view && before.view)
    expect(now.seq).toBeGreaterThanOrEqual(before.seq);
  const truth = world.truthAt(now);
  if (truth) expect(now.view).toEqual(truth);
  if (now.view === null || now.stale) return;
  const oldest = world.cursorBefore(10_000);
  if (now.epoch === oldest.epoch) expect(now.seq).toBeGreaterThanOrEqual(oldest.seq);
};

const run = async (seed: number): Promise<void> => {
  const world = new FaultyWorld(seed);
  const client = createCallnext({ environment: world, store: memoryStore() });
  const topic = client.topic<PublicView>(TOPIC);
  let before = topic.get();
  const look = (): void => {
    const now = topic.get();
    check(world, before, now);
    before = now;
  };
  topic.subscribe(look);
  for (let step = 0; step < 120; step += 1) {
    world.step();
    await world.advance(world.random() * 900);
    look();
  }
  world.heal();
  // The last frames of the bad time are still under way.
  await world.advance(1_500);
  await world.advance(9_000);
  world.step();
  await world.advance(1_000);
  const end = topic.get();
  expect({ epoch: end.epoch, seq: end.seq, view: end.view, stale: end.stale }).toEqual({
    ...world.cursor,
    view: world.truth,
    stale: false,
  });
  expect(client.connection.get().kind).toBe("live");
  expect(world.openSockets).toBe(1);
  client.close();
  await world.settle();
  expect([world.openSockets, world.listeners]).toEqual([0, 0]);
};

test("P6, P8, P9: whatever the network does, the screen is right or says that it is not, and 10 s after the faults end it is right", async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), run), { numRuns: 300 });
});
