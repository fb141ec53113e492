import type { Actor } from "./actor.ts";

/** Staff, and programs of the organisation. Visitors and kiosks help themselves, and keep to the hours and the windows. */
export const actsForShop = ({ kind }: Actor): boolean => kind !== "visitor" && kind !== "device";
