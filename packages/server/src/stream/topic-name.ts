import { displayAccess, displayView, publicView, staffView, type View } from "@callnext/core";
import type { ShopSnapshot } from "../shops/shop-runtime.ts";
import { parseShopId } from "./shop-id.ts";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type TopicAddress =
  | { readonly audience: "staff"; readonly shopId: number }
  | { readonly audience: "public"; readonly shopId: number }
  | { readonly audience: "display"; readonly displayId: string };

/** What an audience sees, or why it may not see it now. */
export type Projection =
  | { readonly open: true; readonly view: View }
  | { readonly open: false; readonly code: string };

export const parseTopicName = (name: string): TopicAddress | undefined => {
  const [kind, id, audience, ...rest] = name.split(":");
  if (rest.length > 0) return undefined;
  if (kind === "display" && audience === undefined)
    return id !== undefined && UUID.test(id) ? { audience: "display", displayId: id } : undefined;
  const shopId = parseShopId(id);
  if (kind !== "shop" || shopId === undefined) return undefined;
  return audience === "staff" || audience === "public" ? { audience, shopId } : undefined;
};

/** Views are spread because an interface has no index signature. */
export const project = (address: TopicAddress, snapshot: ShopSnapshot): Projection => {
  if (address.audience === "staff") return { open: true, view: { ...staffView(snapshot) } };
  if (address.audience === "public") return { open: true, view: { ...publicView(snapshot) } };
  const access = displayAccess(snapshot.state, address.displayId);
  if (access !== "open") return { open: false, code: access };
  const view = displayView(snapshot, address.displayId);
  if (view === undefined) throw new Error(`Display ${address.displayId} is open and has no view.`);
  return { open: true, view: { ...view } };
};
