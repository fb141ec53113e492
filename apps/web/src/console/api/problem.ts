import { CallnextError } from "@callnext/client";

/** A refused or failed request as the screens need it: a stable code, and the field it is about where there is one. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly field: string | null;
  readonly detail: string;
  /** What else the server said: `number`, `capacity`, `counter`. For the words of the message. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Nobody knows whether it took effect: no answer came. The same key may be sent again. */
export const NO_ANSWER = "no-answer";

export function problemOf(error: unknown): Problem {
  if (!(error instanceof CallnextError)) throw error;
  return {
    code: error.status === 0 ? NO_ANSWER : error.code,
    status: error.status,
    field: error.field ?? null,
    detail: error.detail,
    facts: factsOf(error.body),
  };
}

/** A refusal of which only the code is known. */
export function problemNamed(code: string): Problem {
  return { code, status: 403, field: null, detail: "", facts: {} };
}

function factsOf(body: unknown): Record<string, string | number> {
  const facts: Record<string, string | number> = {};
  if (typeof body !== "object" || body === null) return facts;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === "string" || typeof value === "number") facts[name] = value;
  }
  return facts;
}
