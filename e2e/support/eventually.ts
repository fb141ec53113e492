import { setTimeout as pause } from "node:timers/promises";

export interface Patience {
  readonly withinMs: number;
  readonly what: string;
}

/** Asks again and again until there is an answer other than undefined; fails by name when the time is over. */
export async function eventually<T>(
  { withinMs, what }: Patience,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  let last: unknown = "no answer";
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    await pause(25);
  }
  throw new Error(`Waited ${String(withinMs)} ms in vain for ${what}`, { cause: last });
}
