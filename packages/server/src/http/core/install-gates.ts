import type { FastifyRequest, RouteOptions } from "fastify";
import type { App } from "./app-types.ts";
import type { Authorisation } from "./authorisation.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { gate, operatorGate, requireCaller, requireSession } from "./gate.ts";

type Gate = (request: FastifyRequest) => Promise<void>;

/** Routes that libraries make: for everybody, each for its reason. */
const OF_LIBRARIES: ReadonlyMap<string, Authorisation> = new Map([
  ["OPTIONS *", { kind: "public", why: "a browser asks what it may do before it sends credentials" }],
  ["GET /assets/*", { kind: "public", why: "scripts and styles of the screens" }],
  ["HEAD /assets/*", { kind: "public", why: "scripts and styles of the screens" }],
]);

const UNDER_A_TENANT = /\/tenants\/:slug(?:\/|$)/;

/**
 * Puts before each route the gate that it declares, before anything else of the request is read. A route without a
 * declaration stops the start: nothing is open because somebody forgot.
 */
export function installGates(app: App, context: Doorkeeper): void {
  const gates = new WeakSet<object>();
  app.addHook("onRoute", (route) => {
    const authorisation = declared(route);
    const found = gateOf(context, authorisation, route);
    if (found === null) return;
    const others = [route.onRequest ?? []].flat();
    // Fastify makes a HEAD route of a GET route, which then has its gate already.
    if (others.some((hook) => gates.has(hook))) return;
    gates.add(found);
    route.onRequest = [found, ...others];
  });
}

function declared(route: RouteOptions & { readonly path: string }): Authorisation {
  const names = [route.method].flat().map((method) => `${method} ${route.url}`);
  const authorisation = route.config?.authorisation ?? OF_LIBRARIES.get(names[0] ?? "");
  if (authorisation === undefined)
    throw new Error(`${names.join(", ")} does not declare who may use it (config.authorisation)`);
  const isUnderTenant = UNDER_A_TENANT.test(route.url) && !route.url.includes("/public/");
  if (isUnderTenant !== (authorisation.kind === "action"))
    throw new Error(`${names.join(", ")}: an action is for routes under /tenants/:slug, and only for those`);
  return authorisation;
}

function gateOf(context: Doorkeeper, authorisation: Authorisation, route: RouteOptions): Gate | null {
  switch (authorisation.kind) {
    case "public":
    case "inside":
      return null;
    case "known":
      return async (request) => void (await requireCaller(request, context));
    case "signed-in":
      return async (request) => void (await requireSession(request, context));
    case "action":
      return gate(context, authorisation.action);
    case "operator":
      return operatorGate(context, authorisation.action);
    default:
      throw new Error(`${route.url} declares an authorisation that is not known`);
  }
}
