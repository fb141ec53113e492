import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { Accounts } from "../people/accounts.ts";
import { secretFile } from "../people/secret-file.ts";
import { DEMO } from "./demo-plan.ts";

/** The password of the demo's accounts: the one that was set, or one made at the first start, kept in a 0600 file so that every start can print it. */
export function demoPassword(config: Config, log: Logger): Promise<string> {
  if (config.demoPassword !== null) return Promise.resolve(config.demoPassword);
  const made = (): string => randomBytes(9).toString("base64url");
  return secretFile(join(config.dataDir, "demo-password"), made, log);
}

/** Gives the demo's accounts the password where they have another: it was set anew, or the data directory was lost. */
export async function alignDemoPasswords(accounts: Accounts, password: string): Promise<void> {
  for (const { email } of DEMO.flatMap(({ staff }) => staff)) {
    const userId = await accounts.find(email);
    if (userId !== null && !(await accounts.hasPassword(userId, password)))
      await accounts.setPassword(userId, password);
  }
}
