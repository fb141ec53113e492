import { describe, expect, it } from "vitest";
import type { Bus, Hint } from "../../bus/bus.ts";

/** Two nodes' buses, opened for one test. */
export interface TwoNodes extends AsyncDisposable {
  readonly sender: Bus;
  readonly receiver: Bus;
}

const HEARD_WITHIN_MS = 20_000;

/** Publishes until it is heard: a hint may be lost while a connection is being opened. */
export async function heard(sender: Bus, hints: readonly Hint[], seq: number, shopId = 1): Promise<void> {
  const deadline = performance.now() + HEARD_WITHIN_MS;
  while (!hints.some((hint) => hint.shopId === shopId && hint.seq === seq)) {
    if (performance.now() > deadline) throw new Error(`hint ${seq} was not heard`);
    sender.publish(shopId, seq);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What every bus does, whatever carries it. */
export function describeBus(name: string, open: () => TwoNodes): void {
  describe(`${name} as a bus`, () => {
    carriesHints(open);
    carriesNotes(open);
    comesAndGoes(open);
  });
}

function carriesHints(open: () => TwoNodes): void {
  it("hints reach both nodes, past a listener that throws, and are never ahead of what was said", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    const own: Hint[] = [];
    nodes.receiver.subscribe(() => {
      throw new Error("a listener's own fault");
    });
    nodes.receiver.subscribe((hint) => hints.push(hint));
    nodes.sender.subscribe((hint) => own.push(hint));
    await heard(nodes.sender, hints, 1);
    for (let seq = 2; seq <= 500; seq += 1) nodes.sender.publish(1, seq);
    await heard(nodes.sender, hints, 500);
    await expect.poll(() => own.at(-1)?.seq, { timeout: 5_000 }).toBe(500);
    expect(hints.every(({ shopId, seq }) => shopId === 1 && seq <= 500)).toBe(true);
  });

  it("hints of thousands of shops at once all arrive", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1);
    for (let shopId = 1; shopId <= 5_000; shopId += 1) nodes.sender.publish(shopId, 1_000_000 + shopId);
    await expect
      .poll(() => new Set(hints.filter(({ seq }) => seq > 1).map(({ shopId }) => shopId)).size, {
        timeout: HEARD_WITHIN_MS,
      })
      .toBe(5_000);
    for (const { shopId, seq } of hints) expect(seq === 1 || seq === 1_000_000 + shopId).toBe(true);
  });
}

function carriesNotes(open: () => TwoNodes): void {
  it("notes reach every node word for word, and are no hints", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    const notes: string[] = [];
    const own: string[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    nodes.receiver.hear((note) => notes.push(note));
    nodes.sender.hear((note) => own.push(note));
    await heard(nodes.sender, hints, 1);
    const words = ["board 1:2 here", "7:99,8:1", "! ?", "Ndèye – 你好", "long ".repeat(1_000)];
    for (const word of words) nodes.sender.tell(word);
    await expect.poll(() => notes.length, { timeout: 5_000 }).toBe(words.length);
    await expect.poll(() => own.length, { timeout: 5_000 }).toBe(words.length);
    expect(notes).toEqual(words);
    expect(own).toEqual(words);
    expect(hints.every(({ shopId }) => shopId === 1)).toBe(true);
  });
}

function comesAndGoes(open: () => TwoNodes): void {
  it("who stops listening hears no more", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    const stopped: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    const listening = nodes.receiver.subscribe((hint) => stopped.push(hint));
    await heard(nodes.sender, hints, 1);
    listening[Symbol.dispose]();
    await heard(nodes.sender, hints, 2);
    expect(stopped.some(({ seq }) => seq === 2)).toBe(false);
  });

  it("is up once it hears, and costs nothing after it was closed", async () => {
    const nodes = open();
    await expect.poll(() => nodes.sender.up() && nodes.receiver.up(), { timeout: 10_000 }).toBe(true);
    await nodes[Symbol.asyncDispose]();
    expect(() => nodes.sender.publish(1, 1)).not.toThrow();
    expect(() => nodes.sender.tell("nobody hears it")).not.toThrow();
  });
}
