import type { FastifyRequest } from "fastify";

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const FORWARDING = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "via",
];

/** A proxy on this machine makes strangers look local, so what was forwarded counts as from elsewhere. */
export function fromThisMachine(request: FastifyRequest): boolean {
  const forwarded = FORWARDING.some((name) => request.headers[name] !== undefined);
  return !forwarded && LOOPBACK.test(request.socket.remoteAddress ?? "");
}
