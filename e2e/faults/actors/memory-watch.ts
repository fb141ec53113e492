import { readFile } from "node:fs/promises";
import type { MemorySample } from "../checkers/check-memory.ts";

const LOOK_EVERY_MS = 200;
const KB_PER_MB = 1024;

/** Keeps noting what a process holds in real memory. */
export class MemoryWatch implements Disposable {
  readonly samples: MemorySample[] = [];
  readonly #file: string;
  readonly #timer: NodeJS.Timeout;

  constructor(pid: number) {
    this.#file = `/proc/${String(pid)}/status`;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** Notes it now; a process that has ended holds nothing. */
  async look(): Promise<void> {
    const status = await readFile(this.#file, "utf8").catch(() => "");
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kb !== undefined) this.samples.push({ at: Date.now(), mb: Number(kb) / KB_PER_MB });
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
