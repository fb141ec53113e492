export const SHOP_TABS = [
  "settings",
  "hours",
  "queues",
  "services",
  "booking",
  "providers",
  "counters",
  "displays",
  "records",
] as const;
export type ShopTab = (typeof SHOP_TABS)[number];

/** The first tab is the page itself and needs no word in the address. */
export function shopTab(search: Record<string, unknown>): { readonly tab?: Exclude<ShopTab, "settings"> } {
  const tab = SHOP_TABS.find((each) => each === search["tab"]);
  return tab === undefined || tab === "settings" ? {} : { tab };
}
