import { messageBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { PushAddress, PushSubject } from "../../../messages/messages.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { publicPlace } from "../../core/find-place.ts";
import { BY_APPOINTMENT, OwnAppointmentId, requireOwn } from "../../core/own-appointment.ts";
import { TenantTicket } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { holdsTicket } from "../../core/ticket-cookie.ts";

/** Browsers that visitors want messages on. */
export function push(app: App, context: Context): void {
  key(app, context);
  ofAppointment(app, context);
  ofTicket(app, context);
}

function key(app: App, { messages }: Context): void {
  app.route({
    method: "GET",
    url: "/public/push-key/",
    schema: {
      operationId: "readPushKey",
      summary: "The key with which browsers subscribe to messages",
      tags: [TAGS.visitors],
      security: [],
      response: answers(200, messageBodies.PushKeyAnswer),
    },
    config: { authorisation: { kind: "public", why: "browsers need it before they can ask for anything" } },
    async handler() {
      return { public_key: await messages.pushKey() };
    },
  });
}

function ofAppointment(app: App, context: Context): void {
  const url = "/public/appointments/:appointmentId/push/";
  const problems = ["appointment-not-found", "tenant-suspended"] as const;
  const subjectOf = async (request: FastifyRequest, appointmentId: number): Promise<PushSubject> => {
    const { tenant, state } = await requireOwn(request, context, appointmentId);
    return { tenantId: tenant.id, shopId: state.shop.id, appointmentId };
  };
  app.route({
    method: "POST",
    url,
    schema: {
      operationId: "subscribeToAppointment",
      summary: "The visitor wants messages about the appointment on this browser",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      body: messageBodies.PushBody,
      response: done(problems),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      await subscribe(context, await subjectOf(request, request.params.appointmentId), request.body);
      return reply.code(204).send(null);
    },
  });
  app.route({
    method: "DELETE",
    url,
    schema: {
      operationId: "unsubscribeFromAppointment",
      summary: "No more messages on this browser",
      tags: [TAGS.visitors],
      security: [],
      params: OwnAppointmentId,
      body: messageBodies.PushEndBody,
      response: done(problems),
    },
    config: { authorisation: BY_APPOINTMENT },
    async handler(request, reply) {
      const subject = await subjectOf(request, request.params.appointmentId);
      await context.messages.unsubscribe(subject, request.body.endpoint);
      return reply.code(204).send(null);
    },
  });
}

function ofTicket(app: App, context: Context): void {
  const url = "/public/tenants/:slug/tickets/:ticketId/push/";
  const authorisation = { kind: "inside", by: "the ticket's cookie or private link" } as const;
  const problems = ["ticket-not-found", "not-your-ticket", "tenant-suspended"] as const;
  const subjectOf = async (request: FastifyRequest, slug: string, id: string): Promise<PushSubject> => {
    const ticketId = id.toLowerCase();
    const { tenantId, shopId } = await publicPlace(context, slug, "ticket", ticketId);
    if (!holdsTicket(request, context, ticketId)) throw new ProblemError("not-your-ticket");
    return { tenantId, shopId, ticketId };
  };
  app.route({
    method: "POST",
    url,
    schema: {
      operationId: "subscribeToTicket",
      summary: "The visitor wants to be told on this browser that the turn is near, and when it comes",
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      body: messageBodies.PushBody,
      response: done(problems),
    },
    config: { authorisation },
    async handler(request, reply) {
      const { slug, ticketId } = request.params;
      await subscribe(context, await subjectOf(request, slug, ticketId), request.body);
      return reply.code(204).send(null);
    },
  });
  app.route({
    method: "DELETE",
    url,
    schema: {
      operationId: "unsubscribeFromTicket",
      summary: "No more messages on this browser",
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      body: messageBodies.PushEndBody,
      response: done(problems),
    },
    config: { authorisation },
    async handler(request, reply) {
      const { slug, ticketId } = request.params;
      await context.messages.unsubscribe(await subjectOf(request, slug, ticketId), request.body.endpoint);
      return reply.code(204).send(null);
    },
  });
}

async function subscribe(context: Context, subject: PushSubject, address: PushAddress): Promise<void> {
  if ((await context.messages.subscribe(subject, address)) === "address-refused")
    throw new ProblemError("invalid-input", { field: "endpoint", detail: "must be a push service's" });
}
