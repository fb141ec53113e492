import { type DestinationStream, type Logger, pino } from "pino";

/** Nothing a person wrote and nothing that opens a door belongs into a log, wherever in an object it stands. */
const SECRET = [
  "password",
  "token",
  "access_token",
  "secret",
  "authorization",
  "cookie",
  '["set-cookie"]',
  '["x-ticket-key"]',
  '["x-appointment-key"]',
  "appointment_key",
  "full_name",
  "fullName",
  "phone",
  "email",
  "connectionString",
];

export function createLog(
  options: { readonly level?: string; readonly destination?: DestinationStream } = {},
): Logger {
  const paths = SECRET.flatMap((name) => ["", "*", "*.*"].map((at) => pathOf(at, name)));
  const settings = {
    level: options.level ?? "info",
    base: null,
    redact: { paths, censor: "[hidden]" },
    // A failed query's error carries its parameters: message, code and stack are enough.
    serializers: { err: plainError },
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}

function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: error.name, message: error.message, code, stack: error.stack };
}

/** A name in brackets follows without a dot. */
function pathOf(at: string, name: string): string {
  return at === "" || name.startsWith("[") ? `${at}${name}` : `${at}.${name}`;
}
