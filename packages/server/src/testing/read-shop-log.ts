import pg from "pg";
import { pino } from "pino";
import { startEmbedded } from "../storage/embedded/start-embedded.ts";

export interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface LoggedTicket {
  readonly id: string;
  readonly queueId: string;
  readonly number: string;
  readonly status: string;
}

/** A shop's stream and the tickets it led to, as the database holds them. */
export interface ShopLog {
  readonly epoch: string;
  readonly seq: number;
  readonly events: readonly LoggedEvent[];
  readonly tickets: readonly LoggedTicket[];
}

/** Reads past the server, which may be running, from the built-in PostgreSQL under its data directory. */
export async function readShopLog(dataDir: string, shopId: number): Promise<ShopLog> {
  await using embedded = await startEmbedded({ dataDir, log: pino({ level: "silent" }) });
  const client = new pg.Client({ connectionString: embedded.connectionString });
  await client.connect();
  try {
    // One snapshot of the database for all that is read.
    await client.query("begin isolation level repeatable read read only");
    const incarnation = await client.query<{ epoch: string }>("select epoch from incarnation");
    const shop = await client.query<{ seq: string }>("select seq from shops where id = $1", [shopId]);
    const events = await client.query<{ seq: string; type: string; body: LoggedEvent["body"] }>(
      "select seq, type, body from events where shop_id = $1 order by seq",
      [shopId],
    );
    const tickets = await client.query<LoggedTicket>(
      `select id, queue_id as "queueId", number, status from tickets where shop_id = $1`,
      [shopId],
    );
    return {
      epoch: incarnation.rows[0]?.epoch ?? "",
      seq: Number(shop.rows[0]?.seq),
      events: events.rows.map(({ seq, type, body }) => ({ seq: Number(seq), type, body })),
      tickets: tickets.rows,
    };
  } finally {
    await client.end();
  }
}
