import type { AuditActor } from "../audit/audit-entry.ts";
import type { DeskViews } from "../audit/desk-views.ts";
import { membershipFor, type ShopOfTenant } from "../people/rights-in-shop.ts";
import type { SocketLog, SocketSession, SocketViewer } from "./socket-dependencies.ts";

interface Needs {
  readonly deskViews: DeskViews;
  readonly log: SocketLog;
}

/** A socket shows staff who the visitors of this shop are. It does not wait for the entry. */
export function noteSocketView(needs: Needs, { session, ip }: SocketViewer, shop: ShopOfTenant): void {
  const actor = actorOf(session, shop);
  if (actor === null) return;
  const credential = `${session.credential.kind}:${session.credential.id}`;
  needs.deskViews.seen({ ...shop, actor, credential, ip }).catch((err: unknown) => {
    needs.log.error({ err, shopId: shop.shopId }, "a look at visitors' data could not be noted");
  });
}

function actorOf({ credential, memberships }: SocketSession, shop: ShopOfTenant): AuditActor | null {
  if (credential.kind === "integration") return { kind: "integration", id: credential.id };
  const staffId = membershipFor(memberships, shop, "see-visitors")?.staffId;
  return staffId === undefined ? null : { kind: "staff", id: String(staffId) };
}
