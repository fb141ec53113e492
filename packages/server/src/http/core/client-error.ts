import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { PROBLEMS, type ProblemCode } from "@callnext/protocol";
import { problemBody } from "./problem-error.ts";

const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "request-too-slow",
  HPE_HEADER_OVERFLOW: "headers-too-large",
};

/** What never became a request: no HTTP, headers too long, or headers or a body that did not come in time. */
export function onClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ""] ?? "bad-request";
  const { status } = PROBLEMS[code];
  const body = JSON.stringify(problemBody(code));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  // Destroyed once written: a peer that keeps its side open must not keep ours.
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
