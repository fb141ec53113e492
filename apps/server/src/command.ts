import { type Config, createLog, loadConfig } from "@callnext/server/maintenance";
import { fail } from "./fail.ts";

export interface CommandContext {
  readonly config: Config;
  /** On standard error, so that what a command answers can be taken on. */
  readonly log: ReturnType<typeof createLog>;
}

/** The settings that the server itself would run with. */
export function openCommand(): CommandContext {
  const log = createLog({ level: "warn", destination: process.stderr });
  const read = loadConfig((line) => log.warn(line));
  if (!read.ok) fail(read.message);
  return { config: read.config, log };
}

/** A wrong call of a command: how it is called, and nothing else. */
export function usage(text: string): never {
  console.error(text);
  process.exit(2);
}
