import type { FastifyRequest } from "fastify";
import type { AuditEntry } from "../../audit/audit-entry.ts";
import type { Context } from "./context.ts";
import { requireSession } from "./gate.ts";

/** Notes what an operator of the server did, in the log of the organisation that it concerns. */
export async function noteOperator(
  request: FastifyRequest,
  context: Context,
  noted: Pick<AuditEntry, "tenantId" | "action">,
): Promise<void> {
  const { userId } = await requireSession(request, context);
  await context.audit.note({
    ...noted,
    actor: { kind: "operator", id: userId },
    subject: null,
    shopId: null,
    ip: request.ip,
  });
}
