import type { ConfigResult } from "./config.ts";
import { loadEnvironment } from "./load-environment.ts";
import { readConfig } from "./read-config.ts";
import { readSecretFiles } from "./read-secret-files.ts";

/** The config of this process: its environment, a `.env` file, and the files that hold its secrets. */
export function loadConfig(warn: (line: string) => void): ConfigResult {
  const secrets = readSecretFiles(loadEnvironment());
  if (!secrets.ok) return secrets;
  for (const line of secrets.warnings) warn(line);
  return readConfig(secrets.environment);
}
