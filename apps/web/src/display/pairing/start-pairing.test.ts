import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Paired, type PairingState, startPairing } from "./start-pairing.ts";
import { timeLeft } from "./time-left.ts";

type Answer = object | { readonly code: string };

const opened = (n: number): object => ({
  pairing_id: `p${n}`,
  code: `CODE-000${n}`,
  secret: `s${n}`,
  expires_in: 600,
  poll_every: 2,
});
const refusal = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The server in the hand: what it answers to each path, newest first. */
const start = (answer: (path: string, body: unknown) => Promise<Answer>) => {
  const asked: string[] = [];
  const states: PairingState[] = [];
  const paired: Paired[] = [];
  const stop = startPairing({
    client: {
      request: <T>(_method: string, path: string, body?: unknown) => {
        asked.push(path);
        return answer(path, body) as Promise<T>;
      },
    },
    onState: (state) => states.push(state),
    onPaired: (made) => paired.push(made),
  });
  return { asked, states, paired, stop };
};

describe("a screen that waits to be paired", () => {
  it("shows its code, asks every two seconds with its secret, and has its key once it was entered", async () => {
    let entered = false;
    const { asked, states, paired } = start((path, body) => {
      if (path === "/devices/pairings") return Promise.resolve(opened(1));
      expect(body).toEqual({ secret: "s1" });
      return Promise.resolve(
        entered
          ? { status: "paired", key: "cnd_x", device: { board: { display_id: "d1" } } }
          : { status: "waiting" },
      );
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states.map(({ kind }) => kind)).toEqual(["asking", "code"]);
    expect(asked).toEqual(["/devices/pairings", "/devices/pairings/p1/key", "/devices/pairings/p1/key"]);
    entered = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(paired).toEqual([{ key: "cnd_x", displayId: "d1" }]);
    expect(asked).toHaveLength(4);
  });

  it("shows another code when the time of the first is over, or somebody else has its key", async () => {
    let n = 0;
    const { states } = start((path) => {
      if (path === "/devices/pairings") return Promise.resolve(opened((n += 1)));
      return n === 2 ? refusal("pairing-used") : Promise.resolve({ status: "waiting" });
    });
    await vi.advanceTimersByTimeAsync(599_000);
    expect(n).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    const codes = states.flatMap((state) => (state.kind === "code" ? [state.code] : []));
    expect(codes).toEqual(["CODE-0001", "CODE-0002", "CODE-0003"]);
  });

  it("keeps its code while the network is away, says so where it has none, and stops when told", async () => {
    let away = true;
    const { asked, states, stop } = start((path) => {
      if (path === "/devices/pairings") return away ? refusal("network") : Promise.resolve(opened(1));
      return refusal("network");
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)?.kind).toBe("trouble");
    away = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)?.kind).toBe("code");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(states.at(-1)?.kind).toBe("code");
    stop();
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the time left", () => {
  it("counts down to nothing", () => {
    expect([600_000, 65_000, 900, 0, -5].map(timeLeft)).toEqual(["10:00", "1:05", "0:01", "0:00", "0:00"]);
  });
});
