import { demoBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** Only where the database holds the demo; elsewhere these addresses do not exist. */
export function demo(app: App, context: Context): void {
  const { demo: running } = context;

  app.route({
    method: "GET",
    url: "/demo",
    schema: {
      operationId: "demo",
      summary: "What the demo consists of",
      tags: [TAGS.server],
      security: [],
      response: answers(200, demoBodies.DemoAnswer, ["not-found"]),
    },
    config: {
      authorisation: { kind: "public", why: "the demo tells how to get into it; elsewhere it is not there" },
    },
    async handler() {
      if (running === null) throw new ProblemError("not-found");
      return await running.listing();
    },
  });

  app.route({
    method: "GET",
    url: "/tenants/:slug/demo/simulation",
    schema: {
      operationId: "simulation",
      summary: "Whether an ordinary morning is being played",
      tags: [TAGS.server],
      params: Tenant,
      response: answers(200, demoBodies.SimulationAnswer, ["not-found"]),
    },
    config: { authorisation: { kind: "action", action: "run-simulation" } },
    handler(request) {
      if (running === null) throw new ProblemError("not-found");
      return { running: running.simulations.running(accessOf(request).membership.tenant.slug) };
    },
  });

  app.route({
    method: "POST",
    url: "/tenants/:slug/demo/simulation",
    schema: {
      operationId: "setSimulation",
      summary: "Play an ordinary morning, or stop it: visitors arrive and agents work through the public API",
      description: "It stops by itself after an hour.",
      tags: [TAGS.server],
      params: Tenant,
      body: demoBodies.SimulationBody,
      response: answers(200, demoBodies.SimulationAnswer, ["not-found"]),
    },
    config: { authorisation: { kind: "action", action: "run-simulation" } },
    async handler(request) {
      if (running === null) throw new ProblemError("not-found");
      const { slug } = accessOf(request).membership.tenant;
      if (request.body.running) running.simulations.start(slug);
      else await running.simulations.stop(slug);
      return { running: running.simulations.running(slug) };
    },
  });
}
