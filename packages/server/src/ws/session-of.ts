import type { IncomingMessage } from "node:http";
import type { SocketDependencies, SocketSession } from "./socket-dependencies.ts";

export type SessionAnswer =
  | { readonly ok: true; readonly session: SocketSession | null }
  /** Credentials were given for a purpose and are not valid. */
  | { readonly ok: false; readonly detail: string };

type Asked = Pick<SocketDependencies, "authenticate" | "tickets">;

/**
 * Who opens the socket. A cookie comes by itself, from any page, so it counts only with an Origin, which has been
 * checked by then, and an outdated one is no error; a ticket or an Authorization header was put there on purpose.
 */
export const sessionOf = async (
  request: IncomingMessage,
  query: URLSearchParams,
  asked: Asked,
): Promise<SessionAnswer> => {
  const ticket = query.get("ticket");
  if (ticket !== null) {
    const [path = ""] = (request.url ?? "").split("?", 1);
    const session = await asked.tickets.redeem(ticket, path);
    return session === null
      ? { ok: false, detail: "The ticket was used, is too old or was never given." }
      : { ok: true, session };
  }
  const { authorization, cookie, origin } = request.headers;
  if (authorization !== undefined) {
    const session = await asked.authenticate({ authorization, cookie: null });
    return session === null
      ? { ok: false, detail: "The Authorization header is not valid." }
      : { ok: true, session };
  }
  if (cookie === undefined || origin === undefined) return { ok: true, session: null };
  return { ok: true, session: await asked.authenticate({ authorization: null, cookie }) };
};
