import { ClientError, ResponseBodyError } from "openid-client";

/** Why a sign-in elsewhere did not come about: no answer, or an answer that says no or is not right. */
export function oidcFailure(error: unknown): "oidc-unavailable" | "oidc-refused" {
  // What fetch throws where nobody answers at all.
  if (error instanceof TypeError) return "oidc-unavailable";
  if (error instanceof ResponseBodyError) return error.status >= 500 ? "oidc-unavailable" : "oidc-refused";
  if (error instanceof ClientError && UNANSWERED.has(error.code ?? "")) return "oidc-unavailable";
  return "oidc-refused";
}

const UNANSWERED: ReadonlySet<string> = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  // Something answers that is no provider: a proxy's error page.
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
]);

/** For the log: what kind of failure, and never what the provider sent, which may hold tokens. */
export function failureNote(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { failure: "unknown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return { failure: error.name, code, reason: error.message.slice(0, 200) };
}
