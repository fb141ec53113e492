import { PROBLEMS, type ProblemCode } from "@callnext/protocol";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { classifyFailure } from "../../shops/database-failure.ts";
import { problemBody, ProblemError } from "./problem-error.ts";

const RETRY_SECONDS = "1";

/** Fastify's own refusals, by its codes. */
const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "body-too-large",
  FST_ERR_BAD_URL: "bad-request",
  FST_ERR_MAX_PARAM_LENGTH: "not-found",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-media-type",
  FST_ERR_CTP_EMPTY_JSON_BODY: "bad-json",
  FST_ERR_CTP_INVALID_JSON_BODY: "bad-json",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "bad-json",
};

/** The one boundary where a failure becomes an error body. Nothing of an unexpected one leaves the server. */
export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, more, headers } = describeError(error, request);
  const body = problemBody(code, more);
  void reply.code(body.status).headers(headers);
  return reply
    .header("cache-control", "no-store")
    .type("application/problem+json")
    .send(JSON.stringify(body));
}

interface Described {
  readonly code: ProblemCode;
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a failure is to be called outside. An unexpected one is written down here. */
export function describeError(error: FastifyError, request: FastifyRequest): Described {
  const described = describe(error);
  const { code, headers } = described;
  if (code === "internal")
    request.log.error({ err: error, route: request.routeOptions.url }, "a request failed unexpectedly");
  const again = PROBLEMS[code].status === 503 ? { "retry-after": RETRY_SECONDS } : {};
  return { ...described, headers: { ...headers, ...again } };
}

function describe(error: FastifyError): Described {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return plain("invalid-input", invalidInput(error));
  const known = FASTIFY_CODES[error.code];
  if (known !== undefined) return plain(known);
  if (error.statusCode === 429) return plain("too-many-requests");
  if (error instanceof SyntaxError) return plain("bad-json");
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return plain("invalid-input");
  const failure = classifyFailure(error);
  return plain(failure === "unreachable" || failure === "again" ? "unavailable" : "internal");
}

function plain(code: ProblemCode, more: Readonly<Record<string, unknown>> = {}): Described {
  return { code, more, headers: {} };
}

function invalidInput(error: {
  readonly validation: readonly { readonly instancePath: string; readonly message?: string | undefined }[];
}): Readonly<Record<string, unknown>> {
  const first = error.validation[0];
  const field = (first?.instancePath ?? "").replace(/^\//, "").replaceAll("/", ".");
  const detail = first?.message ?? "not acceptable";
  return field === "" ? { detail } : { field, detail };
}
