import type { FastifyRequest } from "fastify";
import type { AuditEntry } from "../../audit/audit-entry.ts";
import { actorOf } from "./actor-of.ts";
import type { Context } from "./context.ts";
import { accessOf } from "./gate.ts";

const noted = new WeakSet<FastifyRequest>();

/** Whether the handler has noted already what the request did. */
export function isNoted(request: FastifyRequest): boolean {
  return noted.has(request);
}

/** Notes what a request that passed its tenant's gate did. */
export async function noteAudit(
  request: FastifyRequest,
  context: Pick<Context, "audit">,
  entry: Pick<AuditEntry, "action" | "detail"> & Partial<Pick<AuditEntry, "subject" | "shopId">>,
): Promise<void> {
  const access = accessOf(request);
  await context.audit.note({
    tenantId: access.membership.tenant.id,
    actor: actorOf(access),
    subject: null,
    shopId: null,
    ip: request.ip,
    ...entry,
  });
  noted.add(request);
}
