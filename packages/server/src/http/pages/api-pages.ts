import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asyncApi } from "@callnext/protocol";
import type { App } from "../core/app-types.ts";
import type { Context } from "../core/context.ts";
import { contentSecurityPolicy } from "../core/security-headers.ts";

const FILES = [
  ["/api/", "index.html", "text/html; charset=utf-8"],
  ["/api/reference.js", "reference.js", "text/javascript; charset=utf-8"],
  ["/api/reference.css", "reference.css", "text/css; charset=utf-8"],
] as const;

/** Endpoints, and the sockets' messages. */
const DESCRIPTIONS: readonly (readonly [url: string, describe: (app: App) => object])[] = [
  ["/api/openapi.json", (app) => app.swagger()],
  ["/api/asyncapi.json", () => asyncApi()],
];

/** The descriptions of the API for programs, and a page that draws it for people; nothing comes from elsewhere. */
export async function apiPages(app: App, context: Context): Promise<void> {
  for (const [url, describe] of DESCRIPTIONS) {
    let description: string | undefined;
    app.route({
      method: "GET",
      url,
      schema: { hide: true },
      config: { authorisation: { kind: "public", why: "the API's description tells nothing of anybody" } },
      handler: (_request, reply) => {
        description ??= JSON.stringify(describe(app));
        return reply
          .header("cache-control", "no-cache")
          .type("application/json; charset=utf-8")
          .send(description);
      },
    });
  }
  for (const [url, name, type] of FILES) {
    const text = await readFile(join(import.meta.dirname, "reference", name), "utf8");
    app.route({
      method: "GET",
      url,
      schema: { hide: true },
      config: { authorisation: { kind: "public", why: "the API's description tells nothing of anybody" } },
      handler: (request, reply) =>
        reply
          .header("content-security-policy", contentSecurityPolicy(context.config, request.host))
          .header("cache-control", "no-cache")
          .type(type)
          .send(text),
    });
  }
}
