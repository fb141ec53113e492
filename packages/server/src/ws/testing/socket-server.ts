import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Command } from "@callnext/core";
import { isAllowedOrigin } from "../../http/allowed-origin.ts";
import type { CommandOutcome } from "../../shops/shop-runtime.ts";
import { createInMemoryRuntime, type InMemoryRuntime } from "../../shops/testing/in-memory-runtime.ts";
import { Boards } from "../../stream/boards/boards.ts";
import { systemTimers } from "../../stream/system-timers.ts";
import type { Timers } from "../../stream/timers.ts";
import { attachSockets } from "../attach-sockets.ts";
import { NO_SOCKET_LIMITS, type SocketLimits } from "../crowd/socket-limits.ts";
import type { AttachedSockets, SocketSession } from "../socket-dependencies.ts";
import { type MemoryTickets, memoryTickets } from "./memory-tickets.ts";
import { SHOP_OF_DISPLAY, testShops } from "./test-shops.ts";

export const ALLOWED_ORIGIN = "https://board.example.org";
/** Agents of the first and of the second tenant, by cookie or bearer. */
export const AGENT = "agent-of-clinic";
export const OTHER_AGENT = "agent-of-salon";

const tenantOf = (id: number) => ({ id, slug: `tenant-${id}`, name: "", locale: "fr", suspended: false });

const agent = (userId: string, tenantId: number, staffId: number): SocketSession => ({
  credential: { kind: "session", id: `session-of-${userId}` },
  standing: "",
  userId,
  memberships: [{ tenant: tenantOf(tenantId), staffId, role: "agent", shopIds: null }],
  device: null,
});

const SESSIONS: ReadonlyMap<string, SocketSession> = new Map([
  [AGENT, agent("u1", 11, 7)],
  [OTHER_AGENT, agent("u2", 22, 8)],
]);

const everyOneHolds = (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, ""])));

export const sessionNamed = (name: string): SocketSession => {
  const session = SESSIONS.get(name);
  if (session === undefined) throw new Error(`No session ${name}.`);
  return session;
};

export interface SocketServerOptions {
  readonly runtime?: InMemoryRuntime;
  readonly timers?: Timers;
  readonly limits?: Partial<SocketLimits>;
}

/** The production sockets on loopback, over the production rules in memory. */
export interface SocketServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly runtime: InMemoryRuntime;
  readonly sockets: AttachedSockets;
  readonly tickets: MemoryTickets;
  readonly logged: readonly { readonly fields: object; readonly message: string }[];
}

export const openSocketServer = async (options: SocketServerOptions = {}): Promise<SocketServer> => {
  const timers = options.timers ?? systemTimers;
  const runtime = options.runtime ?? createInMemoryRuntime(testShops(), () => timers.now());
  const server = createServer();
  const tickets = memoryTickets();
  const boards = new Boards({ timers, incarnation: randomUUID() });
  const logged: { fields: object; message: string }[] = [];
  const note = (fields: object, message: string): void => void logged.push({ fields, message });
  const sockets = attachSockets({
    server,
    runtime,
    shopOfDisplay: (id) =>
      Promise.resolve(SHOP_OF_DISPLAY.get(id) ?? (id.startsWith("eeeeeeee") ? 1 : undefined)),
    seeing: (memberships) => Promise.resolve(memberships),
    authenticate: ({ cookie, authorization }) =>
      Promise.resolve(
        SESSIONS.get(
          cookie?.replace("callnext_session=", "") ?? authorization?.replace("Bearer ", "") ?? "",
        ) ?? null,
      ),
    credentials: { session: everyOneHolds, device: everyOneHolds, integration: everyOneHolds },
    tickets,
    boards,
    originAllowed: (origin, { headers: { host } }) =>
      isAllowedOrigin(origin, host, {
        publicUrl: "https://callnext.example.org",
        allowedOrigins: [ALLOWED_ORIGIN],
      }),
    visitorsShown: () => undefined,
    clientIp: (request) => request.socket.remoteAddress ?? "",
    limits: { ...NO_SOCKET_LIMITS, ...options.limits },
    log: { info: note, warn: note, error: note },
    timers,
    random: () => 0.5,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    runtime,
    sockets,
    tickets,
    logged,
    async [Symbol.asyncDispose]() {
      const closing = sockets.close();
      server.closeAllConnections();
      server.close();
      await closing;
      boards[Symbol.dispose]();
    },
  };
};

/** One command by agent 7 in shop 1, unless told otherwise; throws where it is refused. */
export const run = async (
  runtime: InMemoryRuntime,
  command: Command,
  change: { readonly shopId?: number; readonly fullName?: string; readonly phone?: string } = {},
): Promise<Extract<CommandOutcome, { readonly ok: true }>> => {
  const { shopId = 1, fullName = null, phone = null } = change;
  const person = { fullName, phone, email: null };
  const outcome = await runtime.submit({ shopId, by: { kind: "staff", id: 7 }, command, person });
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
};

/** A new visitor; gives the ticket's id. */
export const join = async (
  runtime: InMemoryRuntime,
  queueId: string,
  fullName = "Jane Smith",
  shopId = 1,
): Promise<string> => {
  const ticketId = randomUUID();
  const own = { ticketId, queueId, serviceId: null, priority: 0, partySize: 1, locale: null } as const;
  await run(runtime, { type: "issue-ticket", ...own }, { shopId, fullName, phone: "+221770000000" });
  return ticketId;
};
