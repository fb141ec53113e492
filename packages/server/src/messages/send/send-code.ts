import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ShopRuntime } from "../../shops/shop-runtime.ts";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import type { Choices } from "../choices.ts";
import type { Handed } from "../handed.ts";
import { messageLocale } from "../message-locale.ts";
import type { CodeOutcome, SecretCode } from "../secret-code.ts";
import { type HandedSms, sendSms, type SmsNeeds } from "../sms/send-sms.ts";
import { fillText } from "../texts/fill-text.ts";

export interface CodeNeeds extends SmsNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "snapshot">;
  readonly choices: Pick<Choices, "settings" | "texts">;
  readonly now: () => number;
}

/** At once, for somebody waits for it; one try. The log says that a code was sent, not which and not where. */
export async function sendCode(needs: CodeNeeds, code: SecretCode): Promise<CodeOutcome> {
  const { tenantId, shopId, phone } = code;
  const snapshot = await needs.runtime.snapshot(shopId);
  if (snapshot === undefined) return "failed";
  const settings = await needs.choices.settings(tenantId);
  const locale = messageLocale(code.locale, snapshot.state.shop.locale);
  const { short } = await needs.choices.texts(tenantId, "code", locale);
  const text = fillText(short, {
    shop: snapshot.state.shop.name,
    organisation: snapshot.tenant.name,
    code: code.code,
    minutes: String(code.minutes),
  });
  const sent = await sendSms(needs, { tenantId, phone, text, settings });
  await takeDown(needs, code, sent);
  return outcomeOf(sent.handed);
}

function outcomeOf(handed: Handed): CodeOutcome {
  if (handed.outcome === "sent") return "sent";
  if (handed.outcome === "failed") return "failed";
  const { reason } = handed;
  return reason === "no-provider" || reason === "not-a-number" || reason === "cap-reached"
    ? reason
    : "failed";
}

function takeDown({ db, now }: CodeNeeds, { tenantId, shopId, minutes }: SecretCode, sent: HandedSms) {
  const { handed, cost } = sent;
  const id = randomUUID();
  const at = new Date(now());
  return inTenant(db, tenantId, async (trx) => {
    await trx
      .insertInto("messages")
      .values({
        id,
        tenant_id: tenantId,
        shop_id: shopId,
        kind: "code",
        channel: "sms",
        appointment_id: null,
        ticket_id: null,
        waiting_id: null,
        about: "{}",
        name: `code:${id}`,
        status: handed.outcome,
        reason: handed.outcome === "sent" ? null : handed.reason,
        attempts: 1,
        cost,
        due_at: at,
        valid_until: new Date(now() + minutes * 60_000),
        queued_at: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
  });
}
