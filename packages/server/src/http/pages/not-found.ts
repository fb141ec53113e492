import { PROBLEMS } from "@callnext/protocol";
import type { App } from "../core/app-types.ts";
import { problemBody } from "../core/problem-error.ts";
import { sendPlainPage } from "./plain-page.ts";

/** Programs get a problem body, people a small page. */
export function notFound(app: App): void {
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && request.headers.accept?.includes("text/html") === true;
    if (wantsPage && !request.url.startsWith("/api/"))
      return sendPlainPage(
        reply,
        404,
        "Not found",
        'There is nothing at this address. <a href="/">To the front door</a>',
      );
    const body = JSON.stringify(problemBody("not-found"));
    return reply
      .code(PROBLEMS["not-found"].status)
      .header("cache-control", "no-store")
      .type("application/problem+json")
      .send(body);
  });
}
