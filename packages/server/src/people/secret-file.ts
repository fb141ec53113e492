import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../storage/error-code.ts";

/** The secret a file holds; where there is none, a new one is made, readable by the server's user alone. */
export async function secretFile(path: string, make: () => string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  try {
    // "wx": of two servers starting at once one writes, the other reads.
    await writeFile(path, `${make()}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  const text = (await readFile(path, "utf8")).trim();
  if (text === "") throw new Error(`${path} is empty: remove it, and a new secret is made`);
  return text;
}
