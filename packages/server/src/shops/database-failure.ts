import pg from "pg";
import { errorCode } from "../storage/error-code.ts";

/**
 * What to do after a failed transaction:
 * - `key-taken`: an idempotency key was used before; look the keys up and go on.
 * - `again`: it lost against another transaction; the same may work now.
 * - `unreachable`: the database is away.
 * - `rejected`: the database refuses what a command holds, or our own code failed.
 */
export type DatabaseFailure = "key-taken" | "again" | "unreachable" | "rejected";

const AGAIN = new Set(["40001", "40P01", "55P03", "57014"]);
/** Shutting down, crashed, starting up, a frozen transaction cut off, too many connections. */
const AWAY = new Set(["57P01", "57P02", "57P03", "25P03", "25P04", "53300"]);
/** What pg and its pool say, without a code, of a connection that is gone or cannot be made. */
const NO_CONNECTION =
  /^(Connection terminated|timeout e|Query read timeout|Client (has encountered|was closed)|Cannot use a pool)/;

export function classifyFailure(error: unknown): DatabaseFailure {
  if (!(error instanceof pg.DatabaseError)) return isConnectionLoss(error) ? "unreachable" : "rejected";
  const code = error.code ?? "";
  if (code === "23505" && error.constraint === "command_answers_key") return "key-taken";
  if (AGAIN.has(code)) return "again";
  return AWAY.has(code) || code.startsWith("08") ? "unreachable" : "rejected";
}

function isConnectionLoss(error: unknown): boolean {
  // ECONNREFUSED, EPIPE, ENOENT of the socket's path, ETIMEDOUT, …
  if (errorCode(error)?.startsWith("E") === true) return true;
  return error instanceof Error && NO_CONNECTION.test(error.message);
}
