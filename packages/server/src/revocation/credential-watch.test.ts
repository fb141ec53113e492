import { expect, test } from "vitest";
import { manualTimers } from "../stream/testing/manual-timers.ts";
import type { Standings } from "./credential.ts";
import { CredentialWatch, type Holder } from "./credential-watch.ts";

/** The answer's way through promises; no time passes. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function watchOf(kept: Map<string, string>, holders: Holder[]) {
  const timers = manualTimers();
  const asked: (readonly string[])[] = [];
  const failures: unknown[] = [];
  let answer: Standings = (ids) => {
    asked.push(ids);
    return Promise.resolve(new Map(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id) ?? ""]] : []))));
  };
  const one: Standings = (ids) => answer(ids);
  const watch = new CredentialWatch({
    timers,
    checks: { session: one, device: one, integration: one },
    holders: () => holders,
    failed: (error) => failures.push(error),
  });
  return { timers, asked, failures, watch, answerBy: (standings: Standings) => void (answer = standings) };
}

const holder = (id: string, standing: string, ended: string[]): Holder => ({
  credential: { kind: "session", id },
  standing,
  end: () => void ended.push(id),
});

test("P14 one question a second for all that is open; what is gone or changed ends, the rest stays", async () => {
  const ended: string[] = [];
  const kept = new Map([
    ["a", "1"],
    ["b", "1"],
  ]);
  const holders = [
    holder("a", "1", ended),
    holder("a", "1", ended),
    holder("b", "0", ended),
    holder("c", "1", ended),
  ];
  const { timers, asked, watch } = watchOf(kept, holders);
  timers.advance(1_000);
  await settle();
  expect(asked).toEqual([["a", "b", "c"]]);
  expect(ended).toEqual(["b", "c"]);
  kept.clear();
  timers.advance(1_000);
  await settle();
  expect(ended.filter((id) => id === "a")).toHaveLength(2);
  await watch[Symbol.asyncDispose]();
  expect(timers.waiting).toBe(0);
});

test("P14 while nobody can tell nothing ends, and the questions go on", async () => {
  const ended: string[] = [];
  const { timers, failures, watch, answerBy } = watchOf(new Map(), [holder("a", "1", ended)]);
  answerBy(() => Promise.reject(new Error("no database")));
  timers.advance(1_000);
  await settle();
  // One that never answers, either.
  answerBy(() => new Promise(() => undefined));
  timers.advance(1_000);
  timers.advance(3_000);
  await settle();
  expect(failures).toHaveLength(2);
  expect(ended).toEqual([]);
  answerBy(() => Promise.resolve(new Map()));
  timers.advance(1_000);
  await settle();
  expect(ended).toEqual(["a"]);
  await watch[Symbol.asyncDispose]();
});

test("nothing is asked while nothing is open", async () => {
  const { timers, asked, watch } = watchOf(new Map(), []);
  timers.advance(10_000);
  await settle();
  expect(asked).toEqual([]);
  await watch[Symbol.asyncDispose]();
});
