import cookie from "@fastify/cookie";
import cors, { type FastifyCorsOptions } from "@fastify/cors";
import swagger from "@fastify/swagger";
import fastify, { type FastifyBaseLogger, type FastifyRequest, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Config } from "../config/config.ts";
import { createRequestLimits, REQUEST_RATES, type RequestRates } from "../limits/request-limits.ts";
import { compat } from "../compat/compat.ts";
import { isAllowedOrigin } from "./allowed-origin.ts";
import type { App } from "./core/app-types.ts";
import type { Context } from "./core/context.ts";
import { onClientError } from "./core/client-error.ts";
import { installAudit } from "./core/install-audit.ts";
import { installGates } from "./core/install-gates.ts";
import { readJsonBodies } from "./core/json-body.ts";
import { limitRequests } from "./core/limit-requests.ts";
import { observeRequests } from "./core/observe-requests.ts";
import { openApiOptions } from "./core/open-api.ts";
import { sendSecurityHeaders } from "./core/security-headers.ts";
import { sendProblem } from "./core/send-problem.ts";
import { limitStrangersBodies } from "./core/small-bodies.ts";
import { developmentInbox } from "./pages/development-inbox.ts";
import { apiPages } from "./pages/api-pages.ts";
import { notFound } from "./pages/not-found.ts";
import { webPages } from "./pages/web-pages.ts";
import { routes } from "./routes.ts";
import { health } from "./routes/server/health.ts";
import { metrics } from "./routes/server/metrics.ts";

const MOST_BODY_BYTES = 64 * 1024;
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
/** Longer than the usual balancer's, so that it never reuses a connection that we are closing. */
const KEEP_ALIVE_MS = 75_000;
/** How much later than its deadline a slow request may end. */
const LOOK_FOR_SLOW_EVERY_MS = 1_000;
const MOST_HEADER_BYTES = 16 * 1024;

export interface HttpOptions {
  /** Holds the built screens. */
  readonly webDirectory: string;
  /** Check answers against their schemas: for tests; in service the schemas only document them. */
  readonly checkAnswers?: boolean;
  /** Lower and shorter than in service, for tests. */
  readonly rates?: RequestRates;
  readonly headersWithinMs?: number;
  readonly requestWithinMs?: number;
}

export async function buildHttp(context: Context, options: HttpOptions): Promise<App> {
  const { config } = context;
  const loggerInstance: FastifyBaseLogger = context.log;
  const app: App = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: options.requestWithinMs ?? REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: options.headersWithinMs ?? HEADERS_WITHIN_MS,
      connectionsCheckingInterval: LOOK_FOR_SLOW_EVERY_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
    clientErrorHandler: onClientError,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
    forceCloseConnections: "idle",
    return503OnClosing: true,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    requestIdHeader: false,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(
    options.checkAnswers === true ? serializerCompiler : () => (answer) => JSON.stringify(answer),
  );
  app.setErrorHandler(sendProblem);
  app.decorateRequest("access", null);
  installGates(app, context);
  installAudit(app, context);
  limitStrangersBodies(app);
  readJsonBodies(app);
  observeRequests(app, context);
  sendSecurityHeaders(app, config);
  await app.register(swagger, openApiOptions);
  await app.register(cookie);
  await app.register(cors, { delegator: (request, done) => done(null, corsFor(request, config)) });
  const rates = options.rates ?? REQUEST_RATES;
  limitRequests(app, config.rateLimits ? createRequestLimits(rates, () => context.now()) : null);
  notFound(app);
  await app.register(async (api: App) => routes(api, context), { prefix: "/api/v1" });
  await app.register(async (pages: App) => compat(pages, context));
  health(app, context);
  metrics(app, context);
  developmentInbox(app, context);
  await apiPages(app, context);
  await webPages(app, context, options.webDirectory);
  return app;
}

/** An allowed origin is answered by its own name, never by a star: answers differ by session. */
function corsFor(request: FastifyRequest, config: Config): FastifyCorsOptions {
  const { origin } = request.headers;
  const allowed = origin !== undefined && isAllowedOrigin(origin, request.host, config);
  return {
    origin: allowed ? origin : false,
    credentials: true,
    methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["authorization", "content-type", "idempotency-key", "x-ticket-key", "x-appointment-key"],
    exposedHeaders: ["retry-after"],
    maxAge: 600,
  };
}
