import { describe, expect, it } from "vitest";
import { coalesce } from "./coalesce.ts";

/** Work whose runs end when told. */
function heldWork() {
  const runs: { readonly resolve: (value: number) => void; readonly reject: (error: Error) => void }[] = [];
  const ask = coalesce(
    () =>
      new Promise<number>((resolve, reject) => {
        runs.push({ resolve, reject });
      }),
  );
  return { runs, ask };
}

describe("P12 coalesced work", () => {
  it("gives all who ask during a run the next run, and never one that began before they asked", async () => {
    const { runs, ask } = heldWork();
    const first = ask();
    const later = [ask(), ask(), ask()];
    expect(runs).toHaveLength(1);
    runs[0]?.resolve(1);
    expect(await first).toBe(1);
    await new Promise(setImmediate);
    expect(runs).toHaveLength(2);
    runs[1]?.resolve(2);
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
  });

  it("starts anew after a failed run", async () => {
    const { runs, ask } = heldWork();
    const first = ask();
    const second = ask();
    runs[0]?.reject(new Error("away"));
    await expect(first).rejects.toThrow("away");
    await new Promise(setImmediate);
    runs[1]?.resolve(2);
    expect(await second).toBe(2);
    const third = ask();
    runs[2]?.resolve(3);
    expect(await third).toBe(3);
  });
});
