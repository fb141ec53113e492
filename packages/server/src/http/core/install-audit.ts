import type { FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import type { TenantAction } from "../../people/permissions.ts";
import { auditNameOf } from "./audit-name.ts";
import type { App } from "./app-types.ts";
import type { Context } from "./context.ts";
import { isNoted, noteAudit } from "./note-audit.ts";

/** What is done at the desk stands in the shop's own log, with who did it. */
const IN_THE_SHOPS_LOG: ReadonlySet<TenantAction> = new Set([
  "serve-visitors",
  "book-appointments",
  "set-queue-status",
  "refresh-display",
  "run-simulation",
]);
/** Of what was sent, the values worth knowing later. Of the rest only that it was sent: it may be a name or a secret. */
const TOLD: ReadonlySet<string> = new Set([
  "role",
  "active",
  "public",
  "status",
  "public_names",
  "phone_alone",
  "new_counters_by_label",
]);
const MOST_FIELDS = 40;

declare module "fastify" {
  interface FastifyContextConfig {
    /** False where a body is sent only to ask something. */
    changes?: false;
  }
}

/**
 * Every change under `/tenants/:slug` is in the audit log, by what its route declares: nothing is left out because
 * somebody forgot. A handler that has more to say notes it itself (`noteAudit`).
 */
export function installAudit(app: App, context: Context): void {
  app.addHook("onRoute", (route) => {
    if (!isAudited(route)) return;
    const name = auditNameOf(route.schema?.operationId ?? "");
    const made = new WeakMap<FastifyRequest, unknown>();
    const remember = async (request: FastifyRequest, _reply: FastifyReply, payload: unknown) => {
      made.set(request, payload);
      return payload;
    };
    const note = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
      if (reply.statusCode < 300 && request.access !== null && !isNoted(request)) {
        const subject = subjectOf(name.subject, request, made.get(request));
        await noteChange(request, context, name.action, subject);
      }
      return payload;
    };
    route.preSerialization = [...[route.preSerialization ?? []].flat(), remember];
    route.onSend = [...[route.onSend ?? []].flat(), note];
  });
}

export function isAudited(route: Pick<RouteOptions, "method" | "config">): boolean {
  const authorisation = route.config?.authorisation;
  if (route.config?.changes === false) return false;
  if (authorisation?.kind !== "action" || IN_THE_SHOPS_LOG.has(authorisation.action)) return false;
  return [route.method].flat().some((method) => method !== "GET" && method !== "HEAD");
}

async function noteChange(
  request: FastifyRequest,
  context: Context,
  action: string,
  subject: string | null,
): Promise<void> {
  try {
    const shopId = await shopOf(request, context);
    await noteAudit(request, context, { action, subject, shopId, detail: factsOf(request.body) });
  } catch (error) {
    // The change stands; whoever reads this can add it by hand.
    context.log.error({ err: error, action, subject }, "a change could not be noted in the audit log");
  }
}

function subjectOf(kind: string, request: FastifyRequest, made: unknown): string | null {
  const params = request.params as Readonly<Record<string, unknown>>;
  const id = params[`${kind}Id`] ?? idIn(kind, made);
  return typeof id === "string" || typeof id === "number" ? `${kind}:${id}` : null;
}

/** `{ staff: { id: 12 } }` answers who was added. */
function idIn(kind: string, answer: unknown): unknown {
  const entity = (answer as Readonly<Record<string, { readonly id?: unknown } | undefined>> | null)?.[kind];
  return typeof entity === "object" ? entity.id : undefined;
}

async function shopOf(request: FastifyRequest, { directory }: Context): Promise<number | null> {
  const { shopId, queueId, displayId, counterId, providerId } = request.params as Readonly<
    Record<string, unknown>
  >;
  if (typeof shopId === "number") return shopId;
  for (const [kind, id] of Object.entries({
    queue: queueId,
    display: displayId,
    counter: counterId,
    provider: providerId,
  })) {
    if (typeof id === "string")
      return (
        (await directory.placeOf(kind as "queue" | "display" | "counter" | "provider", id))?.shopId ?? null
      );
  }
  return null;
}

function factsOf(body: unknown): Readonly<Record<string, string | number | boolean | null>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return {};
  const entries = Object.entries(body).slice(0, MOST_FIELDS);
  const told = entries.flatMap(([field, value]) =>
    TOLD.has(field) && (typeof value === "string" || typeof value === "boolean")
      ? [[field, value] as const]
      : [],
  );
  if (entries.length === 0) return {};
  return { fields: entries.map(([field]) => field).join(" "), ...Object.fromEntries(told) };
}
