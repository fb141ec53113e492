import {
  appointmentsView,
  displayAccess,
  displayView,
  publicView,
  staffView,
  withoutVisitors,
} from "@callnext/core";
import type { ShopSnapshot } from "../shops/shop-runtime.ts";
import { parseShopId } from "./shop-id.ts";
import type { Sight } from "./topic-authorisation.ts";
import type { Projection } from "./view-source.ts";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An audience of what is in a shop's stream. */
export type ShopAudience =
  | { readonly audience: "staff"; readonly shopId: number }
  | { readonly audience: "public"; readonly shopId: number }
  /** Today's and the coming week's, for staff. */
  | { readonly audience: "appointments"; readonly shopId: number }
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
  return isShopAudience(audience) ? { audience, shopId } : undefined;
};

const OF_A_SHOP = ["staff", "public", "appointments", "boards"] as const;

const isShopAudience = (name: string | undefined): name is (typeof OF_A_SHOP)[number] =>
  OF_A_SHOP.some((audience) => audience === name);

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
  if (address.audience === "appointments")
    return { open: true, view: { ...appointmentsView(snapshot, { masked: sight !== "all" }) } };
  if (address.audience === "public") return { open: true, view: { ...publicView(snapshot) } };
  const access = displayAccess(snapshot.state, address.displayId);
  if (access !== "open") return { open: false, code: access };
  const view = displayView(snapshot, address.displayId);
  if (view === undefined) throw new Error(`Display ${address.displayId} is open and has no view.`);
  return { open: true, view: { ...view } };
};
