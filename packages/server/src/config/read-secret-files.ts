import { readFileSync, statSync } from "node:fs";
import { errorCode } from "../storage/error-code.ts";
import { SECRET_VARIABLES } from "./secret-variables.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export type SecretFilesResult =
  | { readonly ok: true; readonly environment: Environment; readonly warnings: readonly string[] }
  /** One line that names the variable. */
  | { readonly ok: false; readonly message: string };

const LARGEST_BYTES = 16_384;

/** The environment with every `NAME_FILE` of a secret replaced by `NAME` and what its file holds. */
export function readSecretFiles(environment: Environment): SecretFilesResult {
  const filled: Record<string, string | undefined> = { ...environment };
  const warnings: string[] = [];
  for (const name of SECRET_VARIABLES) {
    const fileName = `${name}_FILE`;
    const path = environment[fileName]?.trim() ?? "";
    delete filled[fileName];
    if (path === "") continue;
    if ((environment[name]?.trim() ?? "") !== "")
      return { ok: false, message: `${name} and ${fileName} are both set: leave one of them out` };
    const read = readSecret(path);
    if (typeof read === "string") return { ok: false, message: `${fileName} ${read}` };
    filled[name] = read.text;
    if (read.open) warnings.push(`the file of ${fileName} can be read by others: chmod 600 ${path}`);
  }
  return { ok: true, environment: filled, warnings };
}

/** What the file holds, or why it cannot be used. Never any of its text in a message. */
function readSecret(path: string): { readonly text: string; readonly open: boolean } | string {
  try {
    const status = statSync(path);
    if (!status.isFile()) return `must name a file (${path} is none)`;
    if (status.size > LARGEST_BYTES) return `names a file that is too large for a secret (${path})`;
    const text = readFileSync(path, "utf8").trim();
    if (text === "") return `names an empty file (${path})`;
    return { text, open: (status.mode & 0o077) !== 0 };
  } catch (error) {
    return `names a file that cannot be read (${path}: ${errorCode(error) ?? String(error)})`;
  }
}
