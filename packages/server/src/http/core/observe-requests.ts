import type { App } from "./app-types.ts";
import type { Context } from "./context.ts";

/** One line and one measure per request, by the route's pattern: addresses hold ticket ids, queries may hold secrets. */
export function observeRequests(app: App, context: Context): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "(none)";
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    context.metrics.request(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
    const line = { method: request.method, route, status: reply.statusCode, ms };
    if (reply.statusCode >= 500) context.log.warn(line, "answered");
    else context.log.debug(line, "answered");
  });
}
