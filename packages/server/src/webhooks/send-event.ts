import { guardedPost, type OutboundRules } from "../outbound/guarded-post.ts";
import { open, type SealingKeys } from "../people/seal.ts";
import type { Delivery } from "./webhook.ts";
import { signatureOf, webhookPurpose } from "./webhook-secret.ts";

export interface Sending {
  readonly rules: OutboundRules;
  readonly keys: Pick<SealingKeys, "find">;
  readonly now: () => number;
}

export interface Target {
  readonly id: string;
  readonly url: string;
  readonly sealed: string;
}

/** One try. The same body gets a new signature each time: it says when it was sent. */
export async function sendEvent(
  { rules, keys, now }: Sending,
  target: Target,
  event: { readonly id: string; readonly type: string },
  attempt: number,
): Promise<Delivery> {
  const at = now();
  const begun = { eventId: event.id, type: event.type, at: new Date(at), attempt };
  const secret = open(keys, webhookPurpose(target.id), target.sealed);
  if (secret === null) return { ...begun, outcome: "failed", status: null, failure: "secret-lost" };
  const body = JSON.stringify(event);
  const answer = await guardedPost(rules, {
    url: target.url,
    headers: {
      "content-type": "application/json",
      "user-agent": "Callnext",
      "callnext-event": event.id,
      "callnext-signature": signatureOf(secret, Math.floor(at / 1_000), body),
    },
    body,
  });
  if (!answer.ok) return { ...begun, outcome: "failed", status: null, failure: answer.failure };
  const { status } = answer;
  const outcome = status >= 200 && status < 300 ? "delivered" : "failed";
  return { ...begun, outcome, status, failure: null };
}
