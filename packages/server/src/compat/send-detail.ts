import { PROBLEMS } from "@callnext/protocol";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { describeError } from "../http/core/send-problem.ts";
import { DetailError } from "./detail-error.ts";

/** Failures as the first document's pages read them. */
export function sendDetail(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof DetailError) return send(reply, error.status, error.message, error.code);
  const { code, more, headers } = describeError(error, request);
  const { status, title } = PROBLEMS[code];
  void reply.headers(headers);
  return send(reply, status, worded(title, more), code);
}

function worded(title: string, more: Readonly<Record<string, unknown>>): string {
  const { detail, field } = more;
  if (typeof detail !== "string") return title;
  return typeof field === "string" ? `${field}: ${detail}` : detail;
}

function send(reply: FastifyReply, status: number, detail: string, code: string): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ detail, message: detail, code }));
}
