import type { Timers } from "../stream/timers.ts";

/** Rejects when the work is not done in time; the work itself goes on, and what it opened is given to `late`. */
export const withDeadline = <Value>(
  timers: Timers,
  ms: number,
  work: Promise<Value>,
  late: (value: Value) => void = () => undefined,
): Promise<Value> =>
  new Promise((resolve, reject) => {
    let isLate = false;
    const timer = timers.after(ms, () => {
      isLate = true;
      reject(new Error(`Not done within ${ms} ms.`));
    });
    work.then(
      (value) => {
        timer[Symbol.dispose]();
        if (isLate) late(value);
        else resolve(value);
      },
      (cause: unknown) => {
        timer[Symbol.dispose]();
        reject(cause instanceof Error ? cause : new Error("Failed.", { cause }));
      },
    );
  });
