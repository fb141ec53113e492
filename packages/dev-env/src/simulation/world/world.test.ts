import { describe, expect, test } from "vitest";
import { SimulatedClock } from "./clock.ts";
import { Host } from "./host.ts";
import { Pipe } from "./pipe.ts";

describe("the simulated clock", () => {
  test("runs what is due in the order of time, then of making, each with its promises settled before the next", async () => {
    const clock = new SimulatedClock();
    const seen: string[] = [];
    clock.after(20, () => seen.push(`c ${clock.now}`));
    clock.after(10, () => {
      void Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => seen.push("promise of a"));
      seen.push(`a ${clock.now}`);
    });
    clock.after(10, () => seen.push(`b ${clock.now}`));
    clock.after(15, () => seen.push("never"))[Symbol.dispose]();
    await clock.runUntil(30);
    expect(seen).toEqual(["a 10", "promise of a", "b 10", "c 20"]);
    expect(clock.now).toBe(30);
  });
});

describe("a simulated host", () => {
  test("holds everything back while it is frozen, and then lets it happen in order", async () => {
    const clock = new SimulatedClock();
    const host = new Host("node", clock);
    const seen: string[] = [];
    host.after(10, () => seen.push("timer"));
    clock.after(5, () => host.freeze());
    clock.after(20, () => host.post(() => seen.push("frame")));
    clock.after(50, () => host.thaw(() => seen.push("awake")));
    await clock.runUntil(40);
    expect(seen).toEqual([]);
    await clock.runUntil(60);
    expect(seen).toEqual(["awake", "timer", "frame"]);
  });

  test("does nothing any more once it is dead, and keeps no timer", async () => {
    const clock = new SimulatedClock();
    const host = new Host("node", clock);
    const seen: string[] = [];
    host.after(10, () => seen.push("timer"));
    host.kill();
    host.post(() => seen.push("frame"));
    await clock.runUntil(20);
    expect(seen).toEqual([]);
    expect(host.timers).toBe(0);
  });
});

describe("a pipe", () => {
  const open = (): { clock: SimulatedClock; pipe: Pipe; seen: string[] } => {
    const clock = new SimulatedClock();
    let latency = 30;
    // Each is nearer than the one before; none overtakes.
    return { clock, seen: [], pipe: new Pipe({ clock, latency: () => (latency -= 10) }) };
  };

  test("keeps the order, whatever the latency", async () => {
    const { clock, pipe, seen } = open();
    for (const name of ["a", "b"]) pipe.send(1, () => seen.push(`${name} ${clock.now}`));
    await clock.runUntil(100);
    expect(seen).toEqual(["a 20", "b 20"]);
  });

  test("keeps what the kernel does not take, and tells when it was taken", async () => {
    const { clock, pipe, seen } = open();
    pipe.setRate(0);
    for (const name of ["a", "b", "c"])
      pipe.send(
        20 * 1024,
        () => seen.push(`${name} arrived`),
        () => seen.push(`${name} written`),
      );
    await clock.runUntil(10);
    expect(seen).toEqual(["a written"]);
    expect(pipe.buffered).toBe(40 * 1024);
    pipe.setRate(Number.POSITIVE_INFINITY);
    await clock.runUntil(100);
    expect(pipe.buffered).toBe(0);
    expect(seen.slice(1)).toEqual(["b written", "c written", "a arrived", "b arrived", "c arrived"]);
  });

  test("loses what is on its way when it breaks", async () => {
    const { clock, pipe, seen } = open();
    pipe.send(1, () => seen.push("a"));
    pipe.break();
    pipe.send(1, () => seen.push("b"));
    await clock.runUntil(100);
    expect(seen).toEqual([]);
  });
});
