import type { FastifyRequest } from "fastify";
import { type Caller, membershipsOf } from "../../people/caller.ts";
import { membershipFor, type ShopOfTenant } from "../../people/rights-in-shop.ts";
import { actorOf } from "./actor-of.ts";
import type { Context } from "./context.ts";

/** Notes that the caller is about to see who the visitors of this shop are, where they may. */
export async function noteView(
  request: FastifyRequest,
  context: Pick<Context, "deskViews">,
  caller: Caller,
  shop: ShopOfTenant,
): Promise<void> {
  const membership = membershipFor(membershipsOf(caller), shop, "see-visitors");
  if (membership === undefined) return;
  const { tenantId, shopId } = shop;
  const actor = actorOf({ caller, membership });
  await context.deskViews.seen({ tenantId, shopId, actor, credential: credentialOf(caller), ip: request.ip });
}

function credentialOf(caller: Caller): string {
  switch (caller.kind) {
    case "person":
      return `session:${caller.session.id}`;
    case "integration":
      return `integration:${caller.integration.keyId}`;
    case "device":
      return `device:${caller.device.id}`;
  }
}
