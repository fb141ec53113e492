import { publicBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";

export function publicTenants(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/public/tenants/",
    schema: {
      operationId: "publicTenants",
      summary: "The organisations of this server",
      tags: [TAGS.visitors],
      security: [],
      response: answers(200, publicBodies.PublicTenants),
    },
    config: { authorisation: { kind: "public", why: "the names of organisations, for choosing one" } },
    async handler() {
      const tenants = await context.directory.tenants();
      return { tenants: tenants.map(({ slug, name, locale }) => ({ slug, name, locale })) };
    },
  });
}
