import webpush from "web-push";
import { guardedPost, type OutboundAnswer, type OutboundRules } from "../../outbound/guarded-post.ts";
import { failed, type Handed } from "../handed.ts";
import { handedByPost } from "../handed-by-post.ts";
import type { PushAddress } from "../messages.ts";
import type { PushAbout, PushBook } from "./push-book.ts";
import type { FindPushKeys } from "./push-keys.ts";

export interface PushNeeds {
  readonly pushes: Pick<PushBook, "of" | "drop">;
  readonly pushKeys: FindPushKeys;
  readonly rules: OutboundRules;
  /** Where the server is for people, by which push services may tell whom to write to. */
  readonly publicOrigin: () => string;
}

export interface Notification {
  readonly title: string;
  readonly text: string;
  /** Where a touch leads: an address on this server. */
  readonly url: string;
  /** A later one of the same tag takes its place. */
  readonly tag: string;
}

const LONGEST_TTL_S = 7 * 24 * 3600;
/** For whom a server that has no public name signs; push services want one. */
const NO_NAME = "https://callnext.invalid";

/** To every browser that asked for it. It is sent where one of them took it; those that are gone are let go. */
export async function sendPush(
  { pushes, pushKeys, rules, publicOrigin }: PushNeeds,
  tenantId: number,
  about: PushAbout,
  notification: Notification,
  /** For so long a browser that is off may still get it. */
  validMs: number,
): Promise<Handed> {
  const keys = await pushKeys();
  const found = await pushes.of(tenantId, about);
  if (found.length === 0) return failed("unsubscribed");
  const origin = publicOrigin();
  const options = {
    vapidDetails: { subject: origin.startsWith("https:") ? origin : NO_NAME, ...keys },
    TTL: Math.max(0, Math.min(Math.floor(validMs / 1_000), LONGEST_TTL_S)),
    urgency: "high",
    contentEncoding: "aes128gcm",
  } as const;
  const all = await Promise.all(
    found.map(async ({ id, address }): Promise<Handed> => {
      const answer = await post(rules, address, JSON.stringify(notification), options);
      if (answer.ok && (answer.status === 404 || answer.status === 410)) {
        await pushes.drop(tenantId, id);
        return failed("unsubscribed");
      }
      return handedByPost(answer);
    }),
  );
  return (
    all.find(({ outcome }) => outcome === "sent") ?? all.find(mayPass) ?? all[0] ?? failed("unsubscribed")
  );
}

function mayPass(handed: Handed): boolean {
  return handed.outcome === "failed" && handed.again;
}

function post(
  rules: OutboundRules,
  address: PushAddress,
  text: string,
  options: Parameters<typeof webpush.generateRequestDetails>[2] & object,
): Promise<OutboundAnswer> {
  const { endpoint, headers, body } = webpush.generateRequestDetails(
    { endpoint: address.endpoint, keys: { ...address.keys } },
    text,
    options,
  );
  return guardedPost(rules, { url: endpoint, headers: textHeaders(headers), body });
}

function textHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
