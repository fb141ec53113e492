import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./error-code.ts";

/**
 * Makes a directory and what is missing above it. Node's own `recursive` tries for ever where the system says that a
 * parent is not there although it is, as it does under /proc.
 */
export async function makeDirectory(path: string, mode = 0o777): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory() === true) return;
  const parent = dirname(path);
  if (existing === undefined && parent !== path) await makeDirectory(parent, mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Somebody else was quicker; anything but a directory of that name is refused by the system with its name.
    const made = errorCode(error) === "EEXIST" && (await stat(path).catch(() => undefined))?.isDirectory();
    if (made !== true) throw error;
  }
}
