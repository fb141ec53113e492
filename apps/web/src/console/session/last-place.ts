import { recall, remember } from "../../ui/remembered.ts";
import type { User } from "../api/types.ts";
import { roleIn } from "./roles.ts";

export interface Place {
  readonly tenant: string;
  readonly shopId: string;
}

/** The shop last worked in on this browser, if this person belongs to it. */
export function lastPlace(user: User): Place | null {
  const [tenant = "", shopId = ""] = (recall("place") ?? "").split("/");
  return /^\d+$/.test(shopId) && roleIn(user, tenant) !== null ? { tenant, shopId } : null;
}

export function rememberPlace(place: Place): void {
  remember("place", `${place.tenant}/${place.shopId}`);
}
