import type { Kysely } from "kysely";
import { mayBeTarget, type OutboundRules } from "../outbound/guarded-post.ts";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { Messages, PushSubject, SlotOffer } from "./messages.ts";
import { writePlanned } from "./plan/write-planned.ts";
import { isPushAddress } from "./push/push-address.ts";
import type { PushBook } from "./push/push-book.ts";
import type { FindPushKeys } from "./push/push-keys.ts";
import { type CodeNeeds, sendCode } from "./send/send-code.ts";

export interface MessagesNeeds extends CodeNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "snapshot">;
  readonly pushes: PushBook;
  readonly pushKeys: FindPushKeys;
  readonly rules: OutboundRules;
  readonly now: () => number;
  readonly newId: () => string;
}

const DAY_MS = 24 * 3_600_000;
/** Kept a little longer than what it is for, which may run late. */
const GOOD_AFTER_MS = 2 * DAY_MS;

export function createMessages(needs: MessagesNeeds): Messages {
  const { pushes, pushKeys, rules } = needs;
  return {
    offer: (offer) => planOffer(needs, offer),
    sendCode: (code) => sendCode(needs, code),
    pushKey: async () => (await pushKeys()).publicKey,
    async subscribe(subject, address) {
      if (!mayBeTarget(address.endpoint, rules) || !isPushAddress(address)) return "address-refused";
      await pushes.add(subject, address, await goodUntil(needs, subject));
      return "subscribed";
    },
    unsubscribe: (subject, endpoint) => pushes.remove(subject, endpoint),
  };
}

async function planOffer({ db, now, newId }: MessagesNeeds, offer: SlotOffer): Promise<void> {
  const { tenantId, shopId, appointmentId, waitingId, until } = offer;
  const message = {
    kind: "appointment-offer",
    name: `appointment-offer:${appointmentId}`,
    subject: { appointmentId, ticketId: null, waitingId },
    about: {},
    dueAt: now(),
    validUntil: until,
  } as const;
  await inTenant(db, tenantId, (trx) =>
    writePlanned(trx, { tenantId, shopId }, [message], { now: now(), newId }),
  );
}

async function goodUntil({ runtime, now }: MessagesNeeds, subject: PushSubject): Promise<Date> {
  const snapshot = await runtime.snapshot(subject.shopId);
  const end =
    "appointmentId" in subject ? snapshot?.state.appointments.get(subject.appointmentId)?.end : undefined;
  return new Date(Math.max(now(), end ?? 0) + GOOD_AFTER_MS);
}
