import type { TenantAction } from "../people/permissions.ts";
import { membershipFor, type ShopOfTenant } from "../people/rights-in-shop.ts";
import type { Membership } from "../people/session.ts";
import type { TopicAddress } from "./topic-name.ts";

/** Who may follow a topic. Every kind of topic declares it here; what is declared is what is checked. */
export type TopicAuthorisation =
  | { readonly kind: "public"; readonly why: string }
  /** Staff and programs of the tenant whose role has the action, where they reach the shop. */
  | { readonly kind: "action"; readonly action: TenantAction }
  /** As the display says: everybody, or its own devices and the staff of its shop (`may-watch-display.ts`). */
  | { readonly kind: "display" };

export const TOPIC_AUTHORISATION: Readonly<Record<TopicAddress["audience"], TopicAuthorisation>> = {
  staff: { kind: "action", action: "see-shops" },
  boards: { kind: "action", action: "see-shops" },
  appointments: { kind: "action", action: "see-appointments" },
  public: { kind: "public", why: "numbers and order only, as the room itself sees them" },
  display: { kind: "display" },
};

/** How much of a topic somebody sees. */
export type Sight = "nothing" | "without-visitors" | "all";

/** What these memberships show of a topic that is about this shop; a display is asked for elsewhere. */
export function sightOf(
  { audience }: TopicAddress,
  memberships: readonly Membership[],
  shop: ShopOfTenant,
): Sight {
  const authorisation = TOPIC_AUTHORISATION[audience];
  if (authorisation.kind !== "action") return "all";
  if (membershipFor(memberships, shop, authorisation.action) === undefined) return "nothing";
  return membershipFor(memberships, shop, "see-visitors") === undefined ? "without-visitors" : "all";
}

/** Whether a topic tells who visitors are; to be noted wherever somebody follows it who may know that. */
export function namesVisitors({ audience }: TopicAddress): boolean {
  return audience === "staff" || audience === "appointments";
}
