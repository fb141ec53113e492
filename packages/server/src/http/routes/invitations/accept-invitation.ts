import { authBodies, peopleBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { Invited } from "../../../people/invitations.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { sessionOf } from "../../core/gate.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { startSession } from "../auth/start-session.ts";

/** For whoever holds an invitation's link: what it is, and taking the place. */
export function acceptInvitation(app: App, context: Context): void {
  look(app, context);
  accept(app, context);
}

function look(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/invitation",
    schema: {
      operationId: "openInvitation",
      summary: "What an invitation's link is for",
      description: "A POST, for the token must not stand in an address.",
      tags: [TAGS.people],
      security: [],
      body: peopleBodies.InvitationToken,
      response: answers(200, peopleBodies.InvitedAnswer, ["link-over"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "inside", by: "the invitation's link" } },
    async handler(request) {
      const { organisation, email, name, role, hasAccount } = await invitedBy(context, request.body.token);
      return { organisation, email, full_name: name, role, has_account: hasAccount };
    },
  });
}

function accept(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/invitation/accept",
    schema: {
      operationId: "acceptInvitation",
      summary: "Take the place that an invitation keeps",
      description:
        "With a new password, which makes the account; or, where the address has an account already, signed in with it.",
      tags: [TAGS.people],
      security: [],
      body: peopleBodies.AcceptBody,
      response: answers(201, authBodies.LoginAnswer, ["link-over", "sign-in-to-accept", "email-taken"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: {
      authorisation: { kind: "inside", by: "the invitation's link, and the account where one is there" },
    },
    async handler(request, reply) {
      const { token, password, full_name } = request.body;
      const invited = await invitedBy(context, token);
      const userId = invited.hasAccount
        ? await ownAccount(context, request, invited)
        : await newAccount(context, { ...invited, name: full_name ?? invited.name }, password);
      const place = await context.invitations.accept(token, userId);
      if (place === null) throw new ProblemError("link-over");
      if (place === "email-taken") throw new ProblemError("email-taken");
      const { tenantId } = invited;
      if (full_name !== undefined)
        await context.staffing.change(tenantId, place.staffId, { name: full_name });
      await context.runtime.staffChanged(tenantId);
      await context.audit.note({
        tenantId,
        actor: { kind: "staff", id: String(place.staffId) },
        action: "invitation-accepted",
        subject: `invitation:${invited.id}`,
        shopId: null,
        ip: request.ip,
        detail: { role: invited.role },
      });
      context.revoke({ kind: "membership", userId });
      return reply.code(201).send(await startSession(context, request, reply, userId));
    },
  });
}

async function invitedBy(context: Context, token: string): Promise<Invited> {
  const invited = await context.invitations.open(token);
  if (invited === null) throw new ProblemError("link-over");
  return invited;
}

/** The link proves that somebody reads the address' mail; the account itself must be opened as it always is. */
async function ownAccount(context: Context, request: FastifyRequest, { email }: Invited): Promise<string> {
  const session = await sessionOf(request, context);
  if (session?.email !== email) throw new ProblemError("sign-in-to-accept");
  return session.userId;
}

async function newAccount(
  context: Context,
  { email, name }: Invited,
  password: string | undefined,
): Promise<string> {
  if (password === undefined)
    throw new ProblemError("invalid-input", { field: "password", detail: "a new account needs a password" });
  const { userId, made } = await context.accounts.ensure({ email, name, password });
  // Somebody made it since: then it is to be opened first.
  if (!made) throw new ProblemError("sign-in-to-accept");
  return userId;
}
