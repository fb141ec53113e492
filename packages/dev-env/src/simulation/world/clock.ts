/** Sunday 2026-11-22, 03:59:45 UTC: the service day turns while the simulation runs. */
export const START = Date.UTC(2026, 10, 22, 3, 59, 45);

interface Task {
  readonly at: number;
  readonly order: number;
  run: (() => void) | null;
}

const isBefore = (a: Task, b: Task): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Lets every promise that can go on go on; then time may pass. Ticks run after all microtasks are done. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Virtual time: nothing passes but from one task to the next, in the order of their times and then of their making. */
export class SimulatedClock {
  readonly #heap: Task[] = [];
  #now = 0;
  #made = 0;

  /** Milliseconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): Disposable {
    const task: Task = { at: this.#now + Math.max(0, ms), order: this.#made, run };
    this.#made += 1;
    this.#push(task);
    return {
      [Symbol.dispose]: () => {
        task.run = null;
      },
    };
  }

  async runUntil(end: number): Promise<void> {
    await settled();
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.run === null) continue;
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = end;
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(task);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(task, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = task;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = right !== undefined && left !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || !isBefore(child, last)) break;
      heap[index] = child;
      index = child === left ? 2 * index + 1 : 2 * index + 2;
    }
    heap[index] = last;
  }
}
