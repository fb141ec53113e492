import { displayAccess, displayView, publicView, staffView, withoutVisitors } from "@callnext/core";
import type { ShopSnapshot } from "../shops/shop-runtime.ts";
import { parseShopId } from "./shop-id.ts";
import type { Sight } from "./topic-authorisation.ts";
import type { Projection } from "./view-source.ts";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An audience of what is in a shop's stream. */
export type ShopAudience =
  | { readonly audience: "staff"; readonly shopId: number }
  | { readonly audience: "public"; readonly shopId: number }
  | { readonly audience: "display"; readonly displayId: string };

export type TopicAddress =
  | ShopAudience
  /** The boards that this node knows, for staff. */
  | { readonly audience: "boards"; readonly shopId: number };

export const parseTopicName = (name: string): TopicAddress | undefined => {
  const [kind, id, audience, ...rest] = name.split(":");
  if (rest.length > 0) return undefined;
  if (kind === "display" && audience === undefined)
    return id !== undefined && UUID.test(id) ? { audience: "display", displayId: id } : undefined;
  const shopId = parseShopId(id);
  if (kind !== "shop" || shopId === undefined) return undefined;
  return audience === "staff" || audience === "public" || audience === "boards"
    ? { audience, shopId }
    : undefined;
};

/** Views are spread because an interface has no index signature. */
export const project = (
  address: ShopAudience,
  snapshot: ShopSnapshot,
  sight: Exclude<Sight, "nothing"> = "all",
): Projection => {
  if (address.audience === "staff") {
    const view = staffView(snapshot);
    return { open: true, view: { ...(sight === "all" ? view : withoutVisitors(view)) } };
  }
  if (address.audience === "public") return { open: true, view: { ...publicView(snapshot) } };
  const access = displayAccess(snapshot.state, address.displayId);
  if (access !== "open") return { open: false, code: access };
  const view = displayView(snapshot, address.displayId);
  if (view === undefined) throw new Error(`Display ${address.displayId} is open and has no view.`);
  return { open: true, view: { ...view } };
};
