import type { auditBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import type { AuditFilter } from "../../../audit/read-audit.ts";
import { accessOf } from "../../core/gate.ts";
import { ProblemError } from "../../core/problem-error.ts";

const DAY_MS = 86_400_000;
const USUAL_DAYS = 31;

/**
 * What is asked for, within what the asker may see: an administrator everything of the organisation, anybody else
 * what belongs to their shops. Without a period: the last 31 days.
 */
export function auditFilter(
  request: FastifyRequest,
  query: z.output<typeof auditBodies.AuditFilter>,
  now: number,
): AuditFilter {
  const { role, shopIds } = accessOf(request).membership;
  if (query.shop_id !== undefined && shopIds !== null && !shopIds.includes(query.shop_id))
    throw new ProblemError("shop-not-found");
  const to = query.to === undefined ? now + DAY_MS : Date.parse(query.to);
  const from = query.from === undefined ? Math.min(now, to) - USUAL_DAYS * DAY_MS : Date.parse(query.from);
  const [kind, id] = query.actor?.split(":") ?? [];
  return {
    from,
    to,
    actor: kind === undefined ? null : { kind, id: id ?? null },
    action: query.action ?? null,
    log: query.source ?? null,
    shopIds: query.shop_id === undefined ? shopIds : [query.shop_id],
    beyondShops: role === "admin",
  };
}
