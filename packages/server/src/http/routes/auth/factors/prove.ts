import type { FastifyRequest } from "fastify";
import { passkeyPlace, type PasskeyPlace } from "../../../../people/factors/passkey-place.ts";
import { type FactorProof, proveFactor } from "../../../../people/factors/prove-factor.ts";
import type { Context } from "../../../core/context.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { tooManyAttempts } from "../../../core/too-many-attempts.ts";
import { noteAccount } from "../note-account.ts";

/** Refuses the request unless this proves a second factor of the account; the proof is then used up. */
export async function requireProof(
  context: Context,
  request: FastifyRequest,
  userId: string,
  proof: FactorProof,
): Promise<void> {
  const place = passkeyPlace(context.config, request.host);
  const limited = context.config.rateLimits;
  const outcome = await proveFactor(context.factors, userId, proof, { place, limited });
  if (outcome === "right") {
    if (proof.kind === "recovery-code") await noteAccount(context, request, userId, "recovery-code-used");
    return;
  }
  await noteAccount(context, request, userId, "second-factor-refused");
  if (typeof outcome === "string") throw new ProblemError(outcome);
  tooManyAttempts(outcome.wait);
}

/** A code that somebody typed: six digits are the app's, anything else is meant as a recovery code. */
export function proofOfCode(code: string): FactorProof {
  const plain = code.replaceAll(/\s/g, "");
  return /^\d{6}$/.test(plain) ? { kind: "totp", code: plain } : { kind: "recovery-code", code };
}

export function requirePlace(context: Context, request: FastifyRequest): PasskeyPlace {
  const place = passkeyPlace(context.config, request.host);
  if (place === null) throw new ProblemError("passkeys-unavailable");
  return place;
}
