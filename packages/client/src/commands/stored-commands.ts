import type { QueuedCommand, RejectedCommand } from "./command.ts";

/** The server remembers an idempotency key for 24 h; an hour is left for clocks that differ. */
const KEY_LIVES_MS = 23 * 3_600_000;

export const commandIsExpired = (command: QueuedCommand, now: number): boolean =>
  now - command.queuedAt > KEY_LIVES_MS;

const METHODS: readonly unknown[] = ["POST", "PUT", "PATCH", "DELETE"];

const isCommand = (value: unknown): value is QueuedCommand => {
  if (typeof value !== "object" || value === null) return false;
  const { method, path, label, id, queuedAt, sent } = value as Readonly<Record<string, unknown>>;
  return (
    METHODS.indexOf(method) >= 0 &&
    typeof path === "string" &&
    typeof label === "string" &&
    typeof id === "string" &&
    typeof queuedAt === "number" &&
    typeof sent === "boolean"
  );
};

const isRejected = (value: unknown): value is RejectedCommand =>
  isCommand(value) && "reason" in value && typeof value.reason === "object" && value.reason !== null;

/** What an earlier session left, checked like anything from outside. */
export function readStoredCommands(value: unknown): {
  pending: readonly QueuedCommand[];
  rejected: readonly RejectedCommand[];
} {
  const part = (name: string): readonly unknown[] => {
    if (typeof value !== "object" || value === null) return [];
    const list = (value as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(list) ? list : [];
  };
  return { pending: part("pending").filter(isCommand), rejected: part("rejected").filter(isRejected) };
}
