import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

export interface UpgradeRefusal {
  readonly status: 400 | 401 | 403 | 404 | 429 | 503;
  readonly code: string;
  readonly detail: string;
  /** When it is worth another try; 2 s unless told. */
  readonly retryAfterSeconds?: number;
}

/** An ordinary HTTP answer instead of the 101, so that the caller learns more than "it failed". */
export const refuseUpgrade = (socket: Duplex, refusal: UpgradeRefusal): void => {
  if (!socket.writable) return;
  const { status, code, detail, retryAfterSeconds = 2 } = refusal;
  const title = STATUS_CODES[status] ?? "";
  const body = JSON.stringify({ type: "about:blank", title, status, code, detail });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 503 || status === 429 ? [`Retry-After: ${retryAfterSeconds}`] : []),
    "Connection: close",
  ];
  // Destroyed once written: a peer that keeps its side open must not keep ours.
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
};
