import type { CodeGuard } from "./code-guard.ts";
import type { Passkeys } from "./passkeys.ts";
import type { PendingSignIns } from "./pending-sign-ins.ts";
import type { Recovery } from "./recovery.ts";
import type { TotpFactors } from "./totp-factors.ts";

/** What can complete a sign-in after the password. */
export type FactorKind = "totp" | "passkey" | "recovery-code";

export interface Factors {
  readonly totp: TotpFactors;
  readonly recovery: Recovery;
  readonly passkeys: Passkeys;
  readonly pending: PendingSignIns;
  readonly codeGuard: CodeGuard;
}

/** What this account has set up; empty: the password is all that is asked. */
export async function factorKinds(factors: Factors, userId: string): Promise<readonly FactorKind[]> {
  const hasTotp = (await factors.totp.since(userId)) !== null;
  const hasPasskey = (await factors.passkeys.list(userId)).length > 0;
  if (!hasTotp && !hasPasskey) return [];
  const hasRecovery = (await factors.recovery.left(userId)) > 0;
  return [
    ...(hasTotp ? (["totp"] as const) : []),
    ...(hasPasskey ? (["passkey"] as const) : []),
    ...(hasRecovery ? (["recovery-code"] as const) : []),
  ];
}

/** With the first factor come recovery codes, to be shown once; null where there are some already. */
export async function codesForFirstFactor(
  { recovery }: Factors,
  userId: string,
): Promise<readonly string[] | null> {
  return (await recovery.left(userId)) > 0 ? null : await recovery.renew(userId);
}

/** After one was taken away: codes without a factor beside them would stand for nothing. */
export async function dropLoneCodes(factors: Factors, userId: string): Promise<void> {
  const left = await factorKinds(factors, userId);
  if (left.length === 0) await factors.recovery.remove(userId);
}

/** All of it, for somebody who has lost what they had. */
export async function resetFactors(factors: Factors, userId: string): Promise<void> {
  await factors.totp.remove(userId);
  await factors.passkeys.removeAll(userId);
  await factors.recovery.remove(userId);
  await factors.pending.endAll(userId);
}
