import { type authBodies, compat } from "@callnext/protocol";
import type { App } from "../http/core/app-types.ts";
import type { Context } from "../http/core/context.ts";
import { TAGS } from "../http/core/describe-route.ts";
import { refuseForeignOrigin } from "../http/core/foreign-origin.ts";
import { requireSession } from "../http/core/gate.ts";
import { ProblemError } from "../http/core/problem-error.ts";
import { signInByPassword } from "../http/routes/auth/sign-in-by-password.ts";
import { userOnWire } from "../http/wire/user-on-wire.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { compatAnswers } from "./compat-answers.ts";
import { DetailError } from "./detail-error.ts";

const OWNERS: ReadonlySet<string> = new Set(["admin", "manager"]);

export function signIn(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/login",
    schema: {
      operationId: "pageSignIn",
      summary: "Sign in, as the first document's pages do",
      tags: [TAGS.pages],
      security: [],
      body: compat.LoginBody,
      response: compatAnswers(200, compat.LoginAnswer),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "inside", by: "address and password" } },
    async handler(request, reply) {
      const { username, email, password } = request.body;
      const answer = await signInByPassword(context, request, reply, username ?? email ?? "", password).catch(
        (error: unknown) => {
          throw error instanceof ProblemError && error.code === "bad-credentials" ? refused() : error;
        },
      );
      if (!("user" in answer))
        throw new DetailError(
          403,
          "second-factor-required",
          "This account asks for a second factor, which these pages do not know. Sign in at Callnext itself.",
        );
      return {
        access_token: answer.access_token,
        token_type: answer.token_type,
        ...(await signedIn(context, answer.user)),
      };
    },
  });
  app.route({
    method: "GET",
    url: "/auth/validate-token",
    schema: {
      operationId: "pageValidateToken",
      summary: "Whether a sign-in still stands, and whose it is",
      tags: [TAGS.pages],
      response: compatAnswers(200, compat.SignedIn),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      void reply.header("cache-control", "no-store");
      return await signedIn(context, userOnWire(await requireSession(request, context)));
    },
  });
}

async function signedIn(context: Context, user: authBodies.User): Promise<compat.SignedIn> {
  const createdAt = await memberSince(context, user.tenant.slug, user.staff_id);
  return {
    user_id: user.staff_id,
    full_name: user.full_name,
    email: user.email,
    phone_number: "",
    role: OWNERS.has(user.role) ? "SHOP_OWNER" : "BARBER",
    is_active: true,
    created_at: createdAt.toISOString(),
    is_first_login: false,
  };
}

function refused(): DetailError {
  return new DetailError(401, "bad-credentials", "Incorrect username or password");
}

async function memberSince({ db, directory }: Context, slug: string, staffId: number): Promise<Date> {
  const tenant = await directory.tenant(slug);
  if (tenant === undefined) throw new Error(`the organisation ${slug} of a session is not there`);
  const row = await inTenant(db, tenant.id, (trx) =>
    trx.selectFrom("staff").select("created_at").where("id", "=", staffId).executeTakeFirstOrThrow(),
  );
  return row.created_at;
}
