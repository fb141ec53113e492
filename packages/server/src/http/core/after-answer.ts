import type { FastifyReply } from "fastify";
import type { Context } from "./context.ts";

/** For what must not show in the time that the answer takes. Its failure is a warning in the log, and nobody waits for it. */
export function afterAnswer(
  { log }: Pick<Context, "log">,
  reply: FastifyReply,
  what: string,
  work: () => Promise<void>,
): void {
  reply.raw.once("finish", () => {
    work().catch((err: unknown) => log.warn({ err }, `${what} failed after the answer`));
  });
}
