import { z } from "zod";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ProblemCode } from "@callnext/protocol";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { TAGS } from "../../../core/describe-route.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { completeSignIn } from "../complete-sign-in.ts";
import { noteAccount } from "../note-account.ts";
import { setPendingCookie } from "../factors/pending-cookie.ts";
import { attemptOf, clearAttempt, setAttempt } from "./attempt-cookie.ts";
import { failureNote, oidcFailure } from "./oidc-failure.ts";

const SIGN_IN_PAGE = "/console/sign-in";
/** Only back into the console: a link must not lead somebody who just signed in to another site. */
const Then = z
  .string()
  .max(500)
  .regex(/^\/(?:console|setup)(?:\/[\w%.~?=&/-]*)?$/)
  .optional()
  .catch(undefined);

export function oidc(app: App, context: Context): void {
  start(app, context);
  callback(app, context);
}

function start(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/oidc/start",
    schema: {
      operationId: "startOidc",
      summary: "Go to the other sign-in (OpenID Connect), where one is set up",
      tags: [TAGS.people],
      security: [],
      querystring: z.object({ then: Then }),
      response: { 302: z.null().meta({ description: "To the provider, or back to the sign-in page" }) },
    },
    config: { authorisation: { kind: "public", why: "begins a sign-in; who it is the provider says later" } },
    async handler(request, reply) {
      const { oidc: provider } = context;
      if (provider === null) throw new ProblemError("oidc-off");
      try {
        const { address, attempt } = await provider.begin(request.query.then ?? null);
        setAttempt(context, reply, attempt);
        return await reply.redirect(address);
      } catch (error) {
        return refuse(context, reply, error);
      }
    },
  });
}

function callback(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/oidc/callback",
    schema: {
      operationId: "finishOidc",
      summary: "Where the other sign-in sends people back to",
      tags: [TAGS.people],
      security: [],
      response: { 302: z.null().meta({ description: "Into the console, or back to the sign-in page" }) },
    },
    config: { authorisation: { kind: "inside", by: "the provider's answer to what this browser began" } },
    async handler(request, reply) {
      const { oidc: provider } = context;
      if (provider === null) throw new ProblemError("oidc-off");
      const attempt = attemptOf(context, request);
      clearAttempt(context, reply);
      if (attempt === null) return sendBack(reply, "oidc-refused");
      let person;
      try {
        person = await provider.finish(new URL(request.url, provider.publicUrl), attempt);
      } catch (error) {
        return refuse(context, reply, error);
      }
      const welcome = await provider.welcome(person);
      if (typeof welcome === "string") return sendBack(reply, welcome);
      if (welcome.linked) await noteAccount(context, request, welcome.userId, "other-sign-in-linked");
      return await letIn(context, request, reply, welcome.userId, attempt.then);
    },
  });
}

async function letIn(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
  then: string | null,
): Promise<FastifyReply> {
  try {
    const outcome = await completeSignIn(context, request, reply, userId);
    if (!("pending" in outcome)) return await reply.redirect(then ?? "/console");
    setPendingCookie(context, reply, outcome.pending);
    const search = new URLSearchParams({ step: "second-factor", ...(then === null ? {} : { then }) });
    return await reply.redirect(`${SIGN_IN_PAGE}?${search.toString()}`);
  } catch (error) {
    // Dismissed everywhere.
    if (error instanceof ProblemError) return sendBack(reply, "oidc-stranger");
    throw error;
  }
}

function refuse(context: Context, reply: FastifyReply, error: unknown): FastifyReply {
  const code = oidcFailure(error);
  context.log.warn(failureNote(error), "a sign-in elsewhere did not come about");
  return sendBack(reply, code);
}

function sendBack(reply: FastifyReply, code: ProblemCode): FastifyReply {
  return reply.redirect(`${SIGN_IN_PAGE}?refused=${code}`);
}
