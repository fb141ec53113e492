import { keyBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { isAccessToken } from "../../../people/keys/access-tokens.ts";
import { sessionToken } from "../../../people/session-token.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireCaller } from "../../core/gate.ts";
import { ProblemError } from "../../core/problem-error.ts";

export function accessToken(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/token",
    schema: {
      operationId: "accessToken",
      summary: "A short-lived signed token (JWT) with the rights of this session or API key",
      description:
        "For programs that must not hold the session or the key itself. It ends with what it was made of, and no token is made of a token.",
      tags: [TAGS.people],
      response: answers(200, keyBodies.AccessTokenAnswer, ["unauthenticated", "forbidden"]),
    },
    config: { authorisation: { kind: "known" } },
    async handler(request, reply) {
      const source = await sourceOf(request, context);
      const { token, expiresInSeconds } = await context.accessTokens.issue(source);
      return reply.header("cache-control", "no-store").send({
        access_token: token,
        token_type: "bearer" as const,
        expires_in: expiresInSeconds,
      });
    },
  });
}

async function sourceOf(request: FastifyRequest, context: Context) {
  const caller = await requireCaller(request, context);
  // Else one that was stolen would renew itself for as long as the session lasts.
  if (isAccessToken(sessionToken(request.headers, context.config)?.token ?? ""))
    throw new ProblemError("forbidden");
  switch (caller.kind) {
    case "person":
      return { kind: "session", id: caller.session.id } as const;
    case "integration":
      return { kind: "integration", id: caller.integration.keyId } as const;
    case "device":
      throw new ProblemError("forbidden");
  }
}
