import { PROBLEMS, type Problem, type ProblemCode } from "@callnext/protocol";

/** An expected failure on its way to the one place that makes an error body of it. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(PROBLEMS[code].title);
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}

export function problemBody(code: ProblemCode, more: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title } = PROBLEMS[code];
  return { ...more, type: `urn:callnext:problem:${code}`, title, status, code };
}
