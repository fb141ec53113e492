import { peopleBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { actingFor } from "../../core/acting.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { Tenant, TenantInvitation } from "../../core/params.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { scopeProblem } from "../../core/scope-problem.ts";
import { invitationOnWire } from "./invitation-on-wire.ts";
import { sendInvitation } from "./send-invitation.ts";

/** Places that an administrator keeps for people who are yet to come. */
export function invitations(app: App, context: Context): void {
  list(app, context);
  invite(app, context);
  renew(app, context);
  withdraw(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/invitations",
    schema: {
      operationId: "listInvitations",
      summary: "Who is invited and has not come yet",
      tags: [TAGS.settings],
      params: Tenant,
      response: answers(200, peopleBodies.Invitations, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request) {
      const pending = await context.invitations.list(accessOf(request).membership.tenant.id);
      return { invitations: pending.map(invitationOnWire) };
    },
  });
}

function invite(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/invitations",
    schema: {
      operationId: "inviteStaff",
      summary: "Invite somebody by a link, valid once, for seven days",
      description: "Inviting the same address again ends the link it had.",
      tags: [TAGS.settings],
      params: Tenant,
      body: peopleBodies.InvitationBody,
      response: answers(201, peopleBodies.InvitationAnswer, [
        "email-taken",
        "shop-not-found",
        "too-many-invitations",
        "forbidden",
        "idempotency-mismatch",
      ]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request, reply) {
      const { tenant, staffId } = accessOf(request).membership;
      // An invitation is somebody's: an API key has nobody who answers for it.
      if (staffId === null) throw new ProblemError("forbidden");
      const { email, full_name: name, role, shop_ids: shopIds = null } = request.body;
      const claim = idempotencyClaim(request, context, actingFor(request).claimant);
      const given: { token?: string } = {};
      const once = await context.keyedOnce(tenant.id, claim, async () => {
        const made = await context.invitations.invite(tenant.id, staffId, { email, name, role, shopIds });
        if (made === "email-taken") throw new ProblemError(made, { field: "email" });
        if (made === "too-many-invitations") throw new ProblemError(made);
        if (typeof made === "string") throw scopeProblem(made);
        given.token = made.token;
        return made.invitation.id;
      });
      if (!once.ok) throw new ProblemError(once.code);
      const invitation = await context.invitations.find(tenant.id, once.ref);
      if (invitation === undefined) throw new ProblemError("invitation-not-found");
      // A repeated request sends no second mail, and its answer has no link: that is told once.
      const { token } = given;
      const link = token === undefined ? null : await sendInvitation(context, tenant, invitation, token);
      if (!once.replayed)
        await noteAudit(request, context, {
          action: "staff-invited",
          subject: `invitation:${invitation.id}`,
        });
      return reply.code(201).send({ invitation: invitationOnWire(invitation), link });
    },
  });
}

function renew(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/invitations/:invitationId/resend",
    schema: {
      operationId: "resendInvitation",
      summary: "Send another link for the same invitation; the one before ends",
      tags: [TAGS.settings],
      params: TenantInvitation,
      response: answers(200, peopleBodies.InvitationAnswer, ["invitation-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const { invitationId } = request.params;
      const token = await context.invitations.renew(tenant.id, invitationId);
      const invitation = await context.invitations.find(tenant.id, invitationId);
      if (token === null || invitation === undefined) throw new ProblemError("invitation-not-found");
      const link = await sendInvitation(context, tenant, invitation, token);
      await noteAudit(request, context, {
        action: "invitation-renewed",
        subject: `invitation:${invitation.id}`,
      });
      return { invitation: invitationOnWire(invitation), link };
    },
  });
}

function withdraw(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/invitations/:invitationId",
    schema: {
      operationId: "withdrawInvitation",
      summary: "Withdraw an invitation; its link ends",
      tags: [TAGS.settings],
      params: TenantInvitation,
      response: done(["invitation-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const { invitationId } = request.params;
      if (!(await context.invitations.withdraw(tenant.id, invitationId)))
        throw new ProblemError("invitation-not-found");
      await noteAudit(request, context, {
        action: "invitation-withdrawn",
        subject: `invitation:${invitationId}`,
      });
      return reply.code(204).send(null);
    },
  });
}
