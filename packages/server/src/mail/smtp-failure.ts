export interface SmtpFailure {
  /** For the log. Never the mail server's words: they repeat the address. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Another try may go well: no connection, or a refusal that the server itself calls temporary. */
  readonly mayPass: boolean;
}

export function smtpFailure(error: unknown): SmtpFailure {
  const facts: Record<string, string | number> = {};
  if (typeof error === "object" && error !== null) {
    for (const name of ["code", "command", "responseCode"]) {
      const value: unknown = Reflect.get(error, name);
      if (typeof value === "number" || (typeof value === "string" && /^[\w ]{1,40}$/.test(value)))
        facts[name] = value;
    }
  }
  const answer = facts["responseCode"];
  return { facts, mayPass: facts["code"] !== "EAUTH" && !(typeof answer === "number" && answer >= 500) };
}
