import { link, open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Logger } from "pino";
import { randomUUID } from "node:crypto";
import { errorCode } from "../storage/error-code.ts";
import { makeDirectory } from "../storage/make-directory.ts";
import { UnusableSecret } from "./unusable-secret.ts";

/** What a cut-off write may have left is shorter. */
const SHORTEST = 8;

/** The secret a file holds; where there is none, a new one is made, readable by the server's user alone. */
export async function secretFile(
  path: string,
  make: () => string,
  log: Pick<Logger, "warn">,
): Promise<string> {
  const text = (await readText(path)) ?? (await made(path, make()));
  const secret = text.trim();
  if (secret.length < SHORTEST) {
    throw new UnusableSecret(
      `${path} is empty or cut short: put the secret back from your backup. Without it remove the file: a new secret is made, which does not open the keys of an existing database.`,
    );
  }
  const mode = (await stat(path)).mode & 0o777;
  if ((mode & 0o077) !== 0)
    log.warn({ file: path, mode: mode.toString(8) }, "a secret's file can be read by others: chmod 600 it");
  return secret;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Whole or not at all, also when the machine stops; of two servers starting at once one makes it, both read it. */
async function made(path: string, secret: string): Promise<string> {
  await makeDirectory(dirname(path));
  const half = `${path}.${randomUUID()}.part`;
  try {
    await using file = await open(half, "wx", 0o600);
    await file.writeFile(`${secret}\n`);
    await file.sync();
    await link(half, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    await rm(half, { force: true });
  }
  return await readFile(path, "utf8");
}
