import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { App, Reply, Request } from "../core/app-types.ts";
import type { Context } from "../core/context.ts";
import { contentSecurityPolicy } from "../core/security-headers.ts";
import { sendPlainPage } from "./plain-page.ts";

/** Which built page stands at which address. */
const PAGES = [
  ["/", "pages/home.html"],
  ["/join/:shopSlug", "pages/join.html"],
  ["/ticket/:ticketId", "pages/ticket.html"],
  ["/book/:shopSlug", "pages/book.html"],
  ["/appointment/:appointmentId", "pages/appointment.html"],
  ["/waiting/:waitingId", "pages/waiting.html"],
  ["/display", "pages/display.html"],
  ["/display/:displayId", "pages/display.html"],
  ["/board/:displayId", "pages/display.html"],
  ["/board-lite", "pages/board-lite.html"],
  ["/board-lite/:displayId", "pages/board-lite.html"],
  ["/console", "console/index.html"],
  ["/console/*", "console/index.html"],
  ["/setup", "console/index.html"],
  ["/login", "console/index.html"],
] as const;

const YEAR_SECONDS = 31_536_000;

/** The screens, as `npm run build` left them. Names of assets carry their hash and are kept for ever; pages are always asked for. */
export async function webPages(app: App, context: Context, directory: string): Promise<void> {
  if (existsSync(join(directory, "assets"))) {
    await app.register(fastifyStatic, {
      root: join(directory, "assets"),
      prefix: "/assets/",
      immutable: true,
      maxAge: YEAR_SECONDS * 1000,
      index: false,
      decorateReply: false,
      schemaHide: true,
    });
  }
  app.route({
    method: "GET",
    url: "/sw.js",
    schema: { hide: true },
    config: {
      authorisation: {
        kind: "public",
        why: "the screens are for everybody; what they show is asked for by them",
      },
    },
    handler: (_request, reply) => sendWorker(reply, join(directory, "pages/sw.js")),
  });
  for (const [url, file] of PAGES) {
    app.route({
      method: "GET",
      url,
      schema: { hide: true },
      config: {
        authorisation: {
          kind: "public",
          why: "the screens are for everybody; what they show is asked for by them",
        },
      },
      handler: (request, reply) => sendPage(request, reply, context, join(directory, file)),
    });
  }
}

async function sendPage(request: Request, reply: Reply, context: Context, path: string): Promise<Reply> {
  const html = await readFile(path, "utf8").catch(() => undefined);
  if (html === undefined) {
    const words = "The screens are not built yet. Run: npm run build";
    return sendPlainPage(reply, 503, "Callnext", words);
  }
  return reply
    .header("content-security-policy", contentSecurityPolicy(context.config, request.host))
    .header("cache-control", "no-cache")
    .type("text/html; charset=utf-8")
    .send(withSocketAddress(html, context.config.webSocketUrl));
}

/** The pages' service worker: at the root, for it reaches no higher than where it lies, and never out of a cache. */
async function sendWorker(reply: Reply, path: string): Promise<Reply> {
  const script = await readFile(path, "utf8").catch(() => undefined);
  if (script === undefined) return sendPlainPage(reply, 404, "Callnext", "There is no service worker");
  return reply.header("cache-control", "no-cache").type("text/javascript; charset=utf-8").send(script);
}

/** Tells the page where its sockets are when they are not at the page's own origin. */
function withSocketAddress(html: string, url: string | null): string {
  if (url === null) return html;
  return html.replace(
    "</head>",
    `<meta name="callnext-ws-url" content="${new URL(url).href.replaceAll('"', "%22")}"></head>`,
  );
}
