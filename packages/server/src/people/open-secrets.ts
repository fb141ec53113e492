import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { Secrets } from "./key-ring.ts";
import { secretFile } from "./secret-file.ts";

/** The server's secret from its settings; where they name none, from the file that the first start makes. */
export async function openSecrets(
  { secret, previousSecret, dataDir }: Pick<Config, "secret" | "previousSecret" | "dataDir">,
  log: Logger,
): Promise<Secrets> {
  return {
    current: secret ?? (await secretFile(join(dataDir, SECRET_FILE), newSecret, log)),
    previous: previousSecret,
  };
}

/** In the data directory. */
export const SECRET_FILE = "secret";

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
