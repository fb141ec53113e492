import type { FastifyRequest } from "fastify";
import type { AuditEntry } from "../../../audit/audit-entry.ts";
import { accountMemberships } from "../../../people/account-memberships.ts";
import type { Context } from "../../core/context.ts";

type AccountAction =
  | "signed-in"
  | "sign-in-refused"
  | "signed-out"
  | "signed-out-everywhere"
  | "session-ended"
  | "password-changed"
  | "password-reset-asked"
  | "password-reset"
  | "account-renamed"
  | "second-factor-added"
  | "second-factor-removed"
  | "second-factor-refused"
  | "passkey-added"
  | "passkey-removed"
  | "recovery-codes-renewed"
  | "recovery-code-used"
  | "other-sign-in-linked";

/** What an account did, in the record of every organisation that it works for; of none, in the server's own. */
export async function noteAccount(
  context: Context,
  request: FastifyRequest,
  userId: string,
  action: AccountAction,
  subject: string | null = null,
): Promise<void> {
  const entry = { action, shopId: null, ip: request.ip };
  const memberships = await accountMemberships(context.db, userId);
  const entries: AuditEntry[] = memberships.map(({ tenant, staffId }) => ({
    ...entry,
    tenantId: tenant.id,
    actor: { kind: "staff", id: String(staffId) },
    subject: subject ?? `staff:${String(staffId)}`,
  }));
  if (entries.length === 0)
    entries.push({
      ...entry,
      tenantId: null,
      actor: { kind: "account", id: userId },
      subject: subject ?? `account:${userId}`,
    });
  for (const each of entries) await context.audit.note(each);
}
