import { admin } from "@callnext/protocol";
import type { z } from "zod";
import { reaches } from "../../../people/rights-in-shop.ts";
import type { StaffMember } from "../../../people/staffing.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { actingFor } from "../../core/acting.ts";
import { accessOf } from "../../core/gate.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { Tenant, TenantStaff } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { scopeProblem } from "../../core/scope-problem.ts";

export function staff(app: App, context: Context): void {
  list(app, context);
  add(app, context);
  change(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/staff",
    schema: {
      operationId: "listStaff",
      summary: "Who works here",
      tags: [TAGS.settings],
      params: Tenant,
      response: answers(200, admin.StaffList, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-staff" } },
    async handler(request) {
      const { tenant, shopIds } = accessOf(request).membership;
      const members = await context.staffing.list(tenant.id);
      return { staff: members.filter((member) => worksWith(shopIds, member)).map(memberOnWire) };
    },
  });
}

function add(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/staff",
    schema: {
      operationId: "addStaff",
      summary: "Add a member of staff, with an account",
      tags: [TAGS.settings],
      params: Tenant,
      body: admin.StaffBody,
      response: answers(201, admin.StaffAnswer, ["email-taken", "forbidden", "idempotency-mismatch"]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const { full_name: name, email, password, role, shop_ids: shopIds } = request.body;
      const claim = idempotencyClaim(request, context, actingFor(request).claimant);
      const once = await context.keyedOnce(tenant.id, claim, async () => {
        const member = await context.staffing.add(tenant.id, { name, email, password, role, shopIds });
        if (member === "email-taken") throw new ProblemError("email-taken", { field: "email" });
        if (typeof member === "string") throw scopeProblem(member);
        await context.runtime.staffChanged(tenant.id);
        return String(member.id);
      });
      if (!once.ok) throw new ProblemError(once.code);
      const member = await context.staffing.find(tenant.id, Number(once.ref));
      if (member === undefined) throw new ProblemError("staff-not-found");
      return reply.code(201).send({ staff: memberOnWire(member) });
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/staff/:staffId",
    schema: {
      operationId: "changeStaff",
      summary: "Change a member of staff: name, role, password, or whether they work here",
      description: "A new role, a new password or a dismissal ends what the person has open.",
      tags: [TAGS.settings],
      params: TenantStaff,
      body: admin.StaffPatch,
      response: answers(200, admin.StaffAnswer, [
        "staff-not-found",
        "last-admin",
        "forbidden",
        "idempotency-mismatch",
      ]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const claim = idempotencyClaim(request, context, actingFor(request).claimant);
      const once = await context.keyedOnce(tenant.id, claim, async () => {
        const changed = await changeMember(context, tenant.id, request.params.staffId, request.body);
        return String(changed.id);
      });
      if (!once.ok) throw new ProblemError(once.code);
      const member = await context.staffing.find(tenant.id, Number(once.ref));
      if (member === undefined) throw new ProblemError("staff-not-found");
      return { staff: memberOnWire(member) };
    },
  });
}

async function changeMember(
  context: Context,
  tenantId: number,
  staffId: number,
  { full_name: name, role, shop_ids: shopIds, active, password }: z.output<typeof admin.StaffPatch>,
): Promise<StaffMember> {
  const changed = await context.staffing.change(tenantId, staffId, { name, role, shopIds, active, password });
  if (changed === "shared-account")
    throw new ProblemError("forbidden", {
      detail: "This person also works elsewhere and sets their own password.",
    });
  if (changed === "shop-not-found" || changed === "admin-has-all-shops") throw scopeProblem(changed);
  if (typeof changed === "string") throw new ProblemError(changed);
  if (password !== undefined || active === false) {
    // What was begun under the old password does not lead in any more.
    await context.passwordResets.endAll(changed.userId);
    await context.factors.pending.endAll(changed.userId);
  }
  context.sessions.forget();
  if (role !== undefined || shopIds !== undefined || active === false || password !== undefined)
    context.revoke({ kind: "membership", userId: changed.userId });
  if (name !== undefined) await context.runtime.staffChanged(tenantId);
  return changed;
}

/** Who is limited to some shops sees the colleagues there, not the whole organisation. */
function worksWith(shopIds: readonly number[] | null, member: StaffMember): boolean {
  return shopIds === null || shopIds.some((shopId) => reaches(member, shopId));
}

function memberOnWire({ id, name, email, role, shopIds, active }: StaffMember) {
  return { id, full_name: name, email, role, shop_ids: shopIds === null ? null : [...shopIds], active };
}
