import type { factorBodies } from "@callnext/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { factorKinds } from "../../../people/factors/factors.ts";
import { PENDING_MS } from "../../../people/factors/pending-sign-ins.ts";
import type { Context } from "../../core/context.ts";
import { startSession } from "./start-session.ts";

/** After the password, or a sign-in elsewhere: a session, or the question for the second factor. */
export async function completeSignIn(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
): Promise<factorBodies.SignInAnswer> {
  const kinds = await factorKinds(context.factors, userId);
  if (kinds.length === 0) return await startSession(context, request, reply, userId);
  const pending = await context.factors.pending.open(userId);
  return { second_factor: [...kinds], pending, expires_in: PENDING_MS / 1000 };
}
