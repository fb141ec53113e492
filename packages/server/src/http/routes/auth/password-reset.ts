import { peopleBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { writeMail } from "../../../mail/write-mail.ts";
import { accountMemberships } from "../../../people/account-memberships.ts";
import type { TryLimit } from "../../../people/try-counter.ts";
import type { App } from "../../core/app-types.ts";
import { afterAnswer } from "../../core/after-answer.ts";
import type { Context } from "../../core/context.ts";
import { done, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { tooManyAttempts } from "../../core/too-many-attempts.ts";
import { noteAccount } from "./note-account.ts";

/** Mails that one address may be sent, and requests from one network address, before the next must wait. */
const PER_ACCOUNT: TryLimit = { most: 3, windowMs: 15 * 60_000 };
const PER_ADDRESS: TryLimit = { most: 20, windowMs: 15 * 60_000 };

export function passwordReset(app: App, context: Context): void {
  ask(app, context);
  choose(app, context);
}

function ask(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/password-reset/request",
    schema: {
      operationId: "requestPasswordReset",
      summary: "Have a link sent by which a forgotten password is replaced",
      description: "The answer is the same whether there is such an account or not, and as quick.",
      tags: [TAGS.people],
      security: [],
      body: peopleBodies.ResetRequest,
      response: done(["mail-not-set-up", "too-many-attempts"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "public", why: "sends a link to the account's own address only" } },
    async handler(request, reply) {
      if (!context.mailer.available) throw new ProblemError("mail-not-set-up");
      const { email, locale } = request.body;
      if (context.config.rateLimits) {
        tooManyAttempts(await context.tries.take(`reset ${request.ip}`, PER_ADDRESS));
        tooManyAttempts(await context.tries.take(`reset @ ${email}`, PER_ACCOUNT));
      }
      afterAnswer(context, reply, "a link for a new password", () =>
        sendLink(context, request, email, locale),
      );
      return reply.code(204).send(null);
    },
  });
}

async function sendLink(
  context: Context,
  request: FastifyRequest,
  email: string,
  locale: string | undefined,
): Promise<void> {
  const userId = await context.accounts.find(email);
  if (userId === null) return;
  const [first] = await accountMemberships(context.db, userId);
  if (first === undefined) return;
  const link = `${context.publicOrigin()}/console/reset#${await context.passwordResets.open(userId)}`;
  await noteAccount(context, request, userId, "password-reset-asked");
  const name = await context.accounts.nameOf(userId);
  const language = locale ?? first.tenant.locale;
  await context.mailer.send(writeMail({ kind: "reset", to: email, locale: language, name, link }));
}

function choose(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/password-reset",
    schema: {
      operationId: "resetPassword",
      summary: "Replace a forgotten password, by the link that was sent",
      description:
        "Ends all that the account has open. A second factor stays and is asked at the next sign-in.",
      tags: [TAGS.people],
      security: [],
      body: peopleBodies.ResetBody,
      response: done(["link-over"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "inside", by: "the one-use link sent to the account's address" } },
    async handler(request, reply) {
      const { token, password } = request.body;
      const userId = await context.passwordResets.redeem(token);
      if (userId === null) throw new ProblemError("link-over");
      await context.accounts.setPassword(userId, password);
      await context.factors.pending.endAll(userId);
      await context.sessionStore.endAll(userId);
      context.revoke({ kind: "user", userId });
      await noteAccount(context, request, userId, "password-reset");
      return reply.code(204).send(null);
    },
  });
}
