import { UnusableBackup, UnusableDatabase, UnusableSecret } from "@callnext/server/maintenance";

const ONE_LINE = [UnusableBackup, UnusableDatabase, UnusableSecret];

/** Ends the start with one clear line; only what nobody expected brings its stack. */
export function fail(problem: unknown, what = "Callnext cannot start"): never {
  const line = describe(problem);
  console.error(`${what}: ${line}`);
  process.exit(1);
}

function describe(problem: unknown): string {
  if (typeof problem === "string") return problem;
  if (ONE_LINE.some((kind) => problem instanceof kind) && problem instanceof Error) return problem.message;
  const refused = isSystemError(problem) ? systemProblem(problem) : undefined;
  if (refused !== undefined) return refused;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

/** What the machine refused: an address, a directory, a file. Its message says which; a stack would say no more. */
function isSystemError(problem: unknown): problem is SystemError {
  return problem instanceof Error && "syscall" in problem && "code" in problem;
}

const ADDRESS_CALLS = new Set(["listen", "bind", "getaddrinfo"]);
const FILE_CALLS = new Set(["mkdir", "open", "stat", "scandir", "realpath", "chmod", "chown", "rename"]);

function systemProblem({ code, syscall, message }: SystemError): string | undefined {
  if (code === "EADDRINUSE") return "another program uses this port; set PORT to another one";
  if (ADDRESS_CALLS.has(syscall))
    return `HOST and PORT must be an address of this machine that it may open (${message})`;
  if (FILE_CALLS.has(syscall))
    return `CALLNEXT_DATA_DIR must be a directory that it may write to (${message})`;
  return undefined;
}
