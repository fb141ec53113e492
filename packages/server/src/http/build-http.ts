import cookie from "@fastify/cookie";
import cors, { type FastifyCorsOptions } from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify, { type FastifyBaseLogger, type FastifyRequest, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Config } from "../config/config.ts";
import { isAllowedOrigin } from "./allowed-origin.ts";
import type { App } from "./core/app-types.ts";
import type { Context } from "./core/context.ts";
import { readJsonBodies } from "./core/json-body.ts";
import { observeRequests } from "./core/observe-requests.ts";
import { openApiOptions } from "./core/open-api.ts";
import { COMMON_HEADERS } from "./core/security-headers.ts";
import { sendProblem } from "./core/send-problem.ts";
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
/** Per address and minute; a whole room may stand behind one address. */
const REQUESTS_PER_MINUTE = 6_000;

export interface HttpOptions {
  readonly webDirectory: string;
  /** Check answers against their schemas: for tests; in service the schemas only document them. */
  readonly checkAnswers: boolean;
}

export async function buildHttp(context: Context, options: HttpOptions): Promise<App> {
  const { config } = context;
  const loggerInstance: FastifyBaseLogger = context.log;
  const app: App = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS },
    forceCloseConnections: "idle",
    return503OnClosing: true,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    requestIdHeader: false,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(
    options.checkAnswers ? serializerCompiler : () => (answer) => JSON.stringify(answer),
  );
  app.setErrorHandler(sendProblem);
  app.decorateRequest("access", null);
  readJsonBodies(app);
  observeRequests(app, context);
  app.addHook("onSend", async (_request, reply) => void reply.headers(COMMON_HEADERS));
  await app.register(swagger, openApiOptions);
  await app.register(cookie);
  await app.register(cors, { delegator: (request, done) => done(null, corsFor(request, config)) });
  if (config.rateLimits) await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: 60_000 });
  notFound(app);
  await app.register(async (api: App) => routes(api, context), { prefix: "/api/v1" });
  health(app, context);
  metrics(app, context);
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
    allowedHeaders: ["authorization", "content-type", "idempotency-key", "x-ticket-key"],
    exposedHeaders: ["retry-after"],
    maxAge: 600,
  };
}
