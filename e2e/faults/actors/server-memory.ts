import { readFile } from "node:fs/promises";

const KB_PER_MB = 1024;

/** What a process holds in real memory, MB. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, "utf8");
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kb === undefined) throw new Error(`Process ${String(pid)} has no resident memory to read`);
  return Number(kb) / KB_PER_MB;
}
