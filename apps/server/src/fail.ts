import { UnusableDatabase } from "@callnext/server";

/** Ends the start with one clear line; only what nobody expected brings its stack. */
export function fail(problem: unknown): never {
  const line = describe(problem);
  console.error(`Callnext cannot start: ${line}`);
  process.exit(1);
}

function describe(problem: unknown): string {
  if (typeof problem === "string") return problem;
  if (problem instanceof UnusableDatabase) return problem.message;
  if (problem instanceof Error && "code" in problem && problem.code === "EADDRINUSE")
    return "another program uses this port; set PORT to another one";
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
