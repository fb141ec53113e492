import { errorCode } from "../storage/error-code.ts";

/** A failure in a word, for the log: the error itself may carry what a connection was opened with. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error && error.message !== "" ? error.message : null;
  const code = errorCode(error);
  if (message === null) return code ?? "unknown";
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}
