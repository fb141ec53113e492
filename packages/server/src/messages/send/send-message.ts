import { type Kysely, sql, type Transaction } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import type { Choices } from "../choices.ts";
import { failed, type Handed } from "../handed.ts";
import type { MessageChannel } from "../message.ts";
import type { HandedSms } from "../sms/send-sms.ts";
import { channelsFor } from "./channels-for.ts";
import { deliver, type DeliverNeeds } from "./deliver.ts";
import type { MessageRow } from "./message-row.ts";
import { type Situation, situationOf, type SituationNeeds } from "./situation.ts";

export interface SendNeeds extends SituationNeeds, DeliverNeeds {
  readonly db: Kysely<Database>;
  readonly choices: Pick<Choices, "settings" | "texts">;
  readonly newId: () => string;
  readonly log: Logger;
}

/** Before each further try; after the last one it is given up. */
const PAUSES_S = [60, 300, 900, 3_600];

/**
 * Sends a message whose time has come, if it is still so. Whoever takes it marks it before anything goes out, so that
 * it goes out once at most: one that is found marked was cut off, and says so.
 */
export async function sendMessage(needs: SendNeeds, tenantId: number, id: string): Promise<void> {
  const taken = await take(needs, tenantId, id);
  if (taken === null) return;
  if (taken.wasUnderWay)
    return await close(needs, taken.row, { handed: failed("interrupted"), cost: taken.row.cost });
  await close(
    needs,
    taken.row,
    await carryOut(needs, taken.row).catch((error: unknown) => fault(needs, id, error)),
  );
}

function fault({ log }: SendNeeds, message: string, error: unknown): HandedSms {
  log.error({ err: error, message }, "a message could not be sent");
  return { handed: failed("fault"), cost: 0 };
}

async function carryOut(needs: SendNeeds, row: MessageRow): Promise<HandedSms> {
  const situation = await situationOf(needs, row);
  if (typeof situation === "string") return skipped(situation);
  const settings = await needs.choices.settings(row.tenant_id);
  const channel = row.channel ?? (await chooseWays(needs, row, situation));
  if (channel === null) return skipped("no-contact");
  const texts = await needs.choices.texts(row.tenant_id, row.kind, situation.locale);
  const validMs = row.valid_until.getTime() - needs.now();
  return await deliver(needs, { tenantId: row.tenant_id, channel, situation, texts, settings, validMs });
}

function skipped(reason: Extract<Handed, { outcome: "skipped" }>["reason"]): HandedSms {
  return { handed: { outcome: "skipped", reason }, cost: 0 };
}

async function take(
  { db, now }: SendNeeds,
  tenantId: number,
  id: string,
): Promise<{ readonly row: MessageRow; readonly wasUnderWay: boolean } | null> {
  return await inTenant(db, tenantId, async (trx) => {
    const row = await trx
      .selectFrom("messages")
      .selectAll()
      .where("id", "=", id)
      .where("status", "in", ["planned", "sending"])
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return null;
    await trx
      .updateTable("messages")
      .set({ status: "sending", attempts: row.attempts + 1, updated_at: new Date(now()) })
      .where("id", "=", id)
      .execute();
    return { row: { ...row, attempts: row.attempts + 1 }, wasUnderWay: row.status === "sending" };
  });
}

/** The first way is this row's; each further one gets a row of its own, which is sent next. Null: none. */
async function chooseWays(
  needs: SendNeeds,
  row: MessageRow,
  { contact }: Situation,
): Promise<MessageChannel | null> {
  if (row.kind === "code") return null;
  const ways = (await needs.choices.settings(row.tenant_id)).ways[row.kind];
  const [first, ...others] = channelsFor(ways, contact, needs.mailer.available);
  if (first === undefined) return null;
  await inTenant(needs.db, row.tenant_id, async (trx) => {
    await trx.updateTable("messages").set({ channel: first }).where("id", "=", row.id).execute();
    for (const channel of others) await addWay(trx, row, channel, needs);
  });
  return first;
}

async function addWay(
  trx: Transaction<Database>,
  row: MessageRow,
  channel: MessageChannel,
  { newId, now }: SendNeeds,
): Promise<void> {
  const at = new Date(now());
  await trx
    .insertInto("messages")
    .values({
      ...row,
      id: newId(),
      about: JSON.stringify(row.about),
      name: `${row.name}:${channel}`,
      channel,
      status: "planned",
      attempts: 0,
      queued_at: null,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["shop_id", "name"]).doNothing())
    .execute();
}

/** Takes down how it went; where another try may go well and there is time for it, when that is. */
async function close(needs: SendNeeds, row: MessageRow, { handed, cost }: HandedSms): Promise<void> {
  const now = needs.now();
  const pause = PAUSES_S[row.attempts - 1];
  const nextAt = pause === undefined ? Number.POSITIVE_INFINITY : now + pause * 1_000;
  const isAgain = handed.outcome === "failed" && handed.again && nextAt < row.valid_until.getTime();
  const reason = handed.outcome === "sent" ? null : handed.reason;
  await inTenant(needs.db, row.tenant_id, async (trx) => {
    await trx
      .updateTable("messages")
      .set({
        status: isAgain ? "planned" : handed.outcome,
        reason,
        cost: sql<number>`cost + ${cost}`,
        updated_at: new Date(now),
        ...(isAgain ? { due_at: new Date(nextAt) } : {}),
      })
      .where("id", "=", row.id)
      .execute();
  });
}
