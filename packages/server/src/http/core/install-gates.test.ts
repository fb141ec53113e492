import Fastify from "fastify";
import { describe, expect, test } from "vitest";
import type { Caller } from "../../people/caller.ts";
import type { Role } from "../../people/permissions.ts";
import type { App } from "./app-types.ts";
import type { Authorisation } from "./authorisation.ts";
import { installGates } from "./install-gates.ts";
import { sendProblem } from "./send-problem.ts";

const token = "of-somebody-who-is-known";

function known(role: Role): Caller {
  const tenant = { id: 1, slug: "here", name: "Here", locale: "fr", suspended: false };
  const membership = { staffId: 1, role, shopIds: null, tenant };
  return { kind: "integration", integration: { keyId: "k", name: "k", membership } };
}

function server(role: Role = "agent"): App {
  const app: App = Fastify();
  app.setErrorHandler(sendProblem);
  app.decorateRequest("access", null);
  installGates(app, {
    config: { publicUrl: null, allowedOrigins: [] },
    credentials: { find: (given) => Promise.resolve(given.token === token ? known(role) : null) },
  });
  return app;
}

function route(app: App, url: string, authorisation?: Authorisation): void {
  const config = authorisation === undefined ? {} : { authorisation };
  app.route({ method: "GET", url, config, handler: () => "through" });
}

describe("security: a route without a declared authorisation stops the start", () => {
  test("none", () => {
    expect(() => route(server(), "/forgotten")).toThrow("GET /forgotten does not declare who may use it");
  });

  test("under a tenant only an action will do, and elsewhere none", () => {
    const everybody = { kind: "public", why: "a test" } as const;
    expect(() => route(server(), "/tenants/:slug/things", everybody)).toThrow("under /tenants/:slug");
    expect(() => route(server(), "/things", { kind: "action", action: "see-shops" })).toThrow();
    expect(() => route(server(), "/public/tenants/:slug/things", everybody)).not.toThrow();
  });

  test("in a plugin that is registered later, too", async () => {
    const app = server();
    void app.register(async (inner: App) => route(inner, "/forgotten"));
    await expect(async () => await app.ready()).rejects.toThrow("does not declare");
  });
});

describe("security: what is declared is what is checked", () => {
  const seeShops = { kind: "action", action: "see-shops" } as const;
  const addShop = { kind: "action", action: "create-shop" } as const;
  const ask = async (app: App, method: "GET" | "HEAD", headers: Record<string, string>) =>
    (await app.inject({ method, url: "/tenants/here/things", headers })).statusCode;

  test.each(["GET", "HEAD"] as const)("%s", async (method) => {
    const [open, closed] = [server(), server()];
    route(open, "/tenants/:slug/things", seeShops);
    route(closed, "/tenants/:slug/things", addShop);
    const authorization = `Bearer ${token}`;
    expect(await ask(open, method, {})).toBe(401);
    expect(await ask(open, method, { authorization: `${authorization}-not` })).toBe(401);
    expect(await ask(open, method, { authorization })).toBe(200);
    expect(await ask(closed, method, { authorization })).toBe(403);
  });
});
