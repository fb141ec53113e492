import { guardedPost, type OutboundRules } from "../../outbound/guarded-post.ts";
import { failed, type Handed } from "../handed.ts";
import { handedByPost } from "../handed-by-post.ts";
import type { MessageSettings } from "../message-settings.ts";
import { phoneNumber } from "./phone-number.ts";
import { plainSigns } from "./plain-signs.ts";
import type { SmsBook } from "./sms-book.ts";
import { smsParts } from "./sms-parts.ts";
import { smsRequest } from "./sms-request.ts";
import type { Spending } from "./spending.ts";

export interface SmsNeeds {
  readonly sms: Pick<SmsBook, "open">;
  readonly spending: Pick<Spending, "reserve" | "giveBack">;
  readonly rules: OutboundRules;
}

export interface SmsToSend {
  readonly tenantId: number;
  /** As it was typed. */
  readonly phone: string;
  readonly text: string;
  readonly settings: Pick<MessageSettings, "smsPrice" | "monthlyCap">;
}

export interface HandedSms {
  readonly handed: Handed;
  /** What it took of the month's money. */
  readonly cost: number;
}

/** One try at one SMS, within the month's money. */
export async function sendSms(
  { sms, spending, rules }: SmsNeeds,
  { tenantId, phone, text, settings }: SmsToSend,
): Promise<HandedSms> {
  const opened = await sms.open(tenantId);
  if (opened === null) return { handed: { outcome: "skipped", reason: "no-provider" }, cost: 0 };
  const { provider, secret, isLost } = opened;
  if (isLost) return { handed: failed("secret-lost"), cost: 0 };
  const to = phoneNumber(phone, provider.country);
  if (to === null) return { handed: { outcome: "skipped", reason: "not-a-number" }, cost: 0 };
  const plain = plainSigns(text);
  const cost = smsParts(plain) * settings.smsPrice;
  if (!(await spending.reserve(tenantId, cost, settings.monthlyCap)))
    return { handed: { outcome: "skipped", reason: "cap-reached" }, cost: 0 };
  const { headers, body } = smsRequest(provider, secret, { to, text: plain });
  const handed = handedByPost(await guardedPost(rules, { url: provider.url, headers, body }));
  // Without an answer it may have gone out, and be paid for.
  const isFree = handed.outcome === "failed" && handed.reason !== "no-answer";
  if (isFree) await spending.giveBack(tenantId, cost);
  return { handed, cost: isFree ? 0 : cost };
}
