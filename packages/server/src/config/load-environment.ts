import { statSync } from "node:fs";
import { resolve } from "node:path";
import { loadEnvFile } from "node:process";

/** The process's environment, completed by a `.env` file of the working directory; what is set already wins. */
export function loadEnvironment(
  directory: string = process.cwd(),
): Readonly<Record<string, string | undefined>> {
  const file = resolve(directory, ".env");
  // A directory of that name is somebody's Python environment.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) loadEnvFile(file);
  return process.env;
}
