import { authBodies, peopleBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireSession } from "../../core/gate.ts";
import { writeMail } from "../../../mail/write-mail.ts";
import { userOnWire } from "../../wire/user-on-wire.ts";
import { requirePassword } from "./factors/require-password.ts";
import { noteAccount } from "./note-account.ts";
import { startSession } from "./start-session.ts";

/** What people change about their own account. */
export function account(app: App, context: Context): void {
  rename(app, context);
  changePassword(app, context);
}

function rename(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/auth/me",
    schema: {
      operationId: "renameSelf",
      summary: "Change your own name, as colleagues, boards and visitors see it",
      tags: [TAGS.people],
      body: peopleBodies.NamePatch,
      response: answers(200, authBodies.MeAnswer, ["unauthenticated"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const { full_name: name } = request.body;
      const session = await requireSession(request, context);
      await context.accounts.rename(session.userId, name);
      for (const { staffId, tenant } of session.memberships) {
        if (staffId === null) continue;
        await context.staffing.change(tenant.id, staffId, { name });
        await context.runtime.staffChanged(tenant.id);
      }
      context.sessions.forget();
      await noteAccount(context, request, session.userId, "account-renamed");
      return { user: userOnWire({ ...session, fullName: name }) };
    },
  });
}

function changePassword(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/password",
    schema: {
      operationId: "changeOwnPassword",
      summary: "Change your own password, by the current one",
      description:
        "Everything open under the old one ends; this device goes on with the new token of the answer.",
      tags: [TAGS.people],
      body: peopleBodies.PasswordChange,
      response: answers(200, authBodies.LoginAnswer, ["password-wrong", "too-many-attempts"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const session = await requireSession(request, context);
      const { userId, email, fullName: name } = session;
      const { current_password, password } = request.body;
      await requirePassword(context, request, session, current_password, "current_password");
      await context.accounts.setPassword(userId, password);
      await context.passwordResets.endAll(userId);
      await context.factors.pending.endAll(userId);
      await context.sessionStore.endAll(userId);
      context.revoke({ kind: "user", userId });
      await noteAccount(context, request, userId, "password-changed");
      const locale = session.memberships[0]?.tenant.locale ?? "fr";
      // Beside the answer: it is news, and what fails is logged.
      context.mailer.send(writeMail({ kind: "changed", to: email, locale, name })).catch(() => undefined);
      return await startSession(context, request, reply, userId);
    },
  });
}
