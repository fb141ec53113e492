import { factorBodies } from "@callnext/protocol";
import { codesForFirstFactor, dropLoneCodes } from "../../../../people/factors/factors.ts";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { answers, done, TAGS } from "../../../core/describe-route.ts";
import { requireSession } from "../../../core/gate.ts";
import { OwnPasskey } from "../../../core/params.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { noteAccount } from "../note-account.ts";
import { passkeyOnWire } from "./passkey-on-wire.ts";
import { requirePlace } from "./prove.ts";
import { requirePassword } from "./require-password.ts";

export function passkeys(app: App, context: Context): void {
  options(app, context);
  add(app, context);
  rename(app, context);
  remove(app, context);
}

function options(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/passkeys/options",
    schema: {
      operationId: "passkeyOptions",
      summary: "What `navigator.credentials.create` needs to make a passkey for this account",
      tags: [TAGS.people],
      body: factorBodies.PasswordBody,
      response: answers(200, factorBodies.PasskeyOptions, [
        "password-wrong",
        "passkeys-unavailable",
        "too-many-attempts",
      ]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const session = await requireSession(request, context);
      const place = requirePlace(context, request);
      await requirePassword(context, request, session, request.body.password);
      return { ...(await context.factors.passkeys.registrationOptions(session, place)) };
    },
  });
}

function add(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/passkeys",
    schema: {
      operationId: "addPasskey",
      summary: "Register the passkey that the browser made",
      tags: [TAGS.people],
      body: factorBodies.PasskeyBody,
      response: answers(201, factorBodies.PasskeyAnswer, [
        "passkey-refused",
        "passkeys-unavailable",
        "too-many-passkeys",
      ]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const { userId } = await requireSession(request, context);
      const place = requirePlace(context, request);
      const { name, passkey } = request.body;
      const added = await context.factors.passkeys.register(userId, name, passkey, place);
      if (typeof added === "string") throw new ProblemError(added);
      context.sessions.forget();
      await noteAccount(context, request, userId, "passkey-added");
      const recovery_codes = await codesForFirstFactor(context.factors, userId);
      return reply.code(201).send({
        passkey: passkeyOnWire(added),
        recovery_codes: recovery_codes === null ? null : [...recovery_codes],
      });
    },
  });
}

function rename(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/auth/passkeys/:passkeyId",
    schema: {
      operationId: "renamePasskey",
      summary: "Give a passkey another name",
      tags: [TAGS.people],
      params: OwnPasskey,
      body: factorBodies.PasskeyPatch,
      response: done(["passkey-not-found"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const { userId } = await requireSession(request, context);
      const { passkeyId } = request.params;
      if (!(await context.factors.passkeys.rename(userId, passkeyId, request.body.name)))
        throw new ProblemError("passkey-not-found");
      return reply.code(204).send(null);
    },
  });
}

function remove(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/passkeys/:passkeyId/remove",
    schema: {
      operationId: "removePasskey",
      summary: "Remove a passkey; it opens nothing any more",
      tags: [TAGS.people],
      params: OwnPasskey,
      body: factorBodies.PasswordBody,
      response: done(["password-wrong", "passkey-not-found", "too-many-attempts"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const session = await requireSession(request, context);
      const { userId } = session;
      await requirePassword(context, request, session, request.body.password);
      if (!(await context.factors.passkeys.remove(userId, request.params.passkeyId)))
        throw new ProblemError("passkey-not-found");
      await dropLoneCodes(context.factors, userId);
      context.revoke({ kind: "membership", userId });
      await noteAccount(context, request, userId, "passkey-removed");
      return reply.code(204).send(null);
    },
  });
}
