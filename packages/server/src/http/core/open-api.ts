import type { SwaggerOptions } from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import type { Authorisation } from "./authorisation.ts";
import { TAGS } from "./describe-route.ts";

const DESCRIPTION = `Errors are RFC 9457 problem bodies with a stable \`code\`. Every write takes an \`Idempotency-Key\`:
the same key gives the same answer for 24 hours, on any node. A trailing slash is optional everywhere.`;

export const openApiOptions: SwaggerOptions = {
  openapi: {
    openapi: "3.1.0",
    info: {
      title: "Callnext",
      version: "1",
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: Object.values(TAGS).map((name) => ({ name })),
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description:
            "`access_token` of the sign-in, an API key (`cnk_…`), or a short-lived token of `/auth/token`",
        },
        cookie: { type: "apiKey", in: "cookie", name: "callnext_session" },
      },
    },
    security: [{ bearer: [] }, { cookie: [] }],
  },
  transform: (route) => withAuthorisation(jsonSchemaTransform(route), route.route.config?.authorisation),
};

/** What the route declares stands in its description, too: for those who choose a key's role, and for the tests. */
function withAuthorisation<Described extends { readonly schema: object }>(
  described: Described,
  authorisation: Authorisation | undefined,
): Described {
  return { ...described, schema: { ...described.schema, "x-callnext-authorisation": authorisation } };
}
