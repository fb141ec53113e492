import { expect, it } from "vitest";
import { Echoes } from "./echoes.ts";

/** Channels whose texts are kept, for the test to bring back. */
function heldChannels(names: readonly string[]) {
  const sent = new Map<string, string>();
  const channels = names.map((name) => ({
    name,
    publish: async (text: string): Promise<void> => void sent.set(name, text),
  }));
  return { channels, sent };
}

it("a subscription that is deaf is found although publishing succeeds", async () => {
  const { channels, sent } = heldChannels(["a", "b"]);
  const echoes = new Echoes();
  let complete = false;
  const all = echoes.all(channels).then(() => (complete = true));
  await expect.poll(() => sent.size).toBe(2);
  const text = sent.get("a") ?? "";
  expect(echoes.take("a", text)).toBe(true);
  expect(echoes.take("a", text)).toBe(true);
  expect(echoes.take("b", `${text} of another node`)).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(complete).toBe(false);
  echoes.take("b", text);
  await all;
  expect(complete).toBe(true);
});

it("hints and notes are no echoes", () => {
  const echoes = new Echoes();
  expect(echoes.take("a", "1:2")).toBe(false);
  expect(echoes.take("a", "!?")).toBe(false);
});
