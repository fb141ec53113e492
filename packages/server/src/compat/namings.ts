/** The first document's pages were written twice: about shops and barbers, and later about businesses and employees. */
export interface Naming {
  /** Begins the names of its operations in the API's description. */
  readonly prefix: string;
  readonly owners: string;
  /** A shop's own addresses follow its id. */
  readonly shops: string;
  readonly shopParam: "shop" | "business";
  /** What the places in its new orders count. */
  readonly counts: "waiting" | "open";
}

export const NAMINGS: readonly Naming[] = [
  {
    prefix: "page",
    owners: "/shop-owners",
    shops: "/shop-owners/shops",
    shopParam: "shop",
    counts: "waiting",
  },
  {
    prefix: "businessPage",
    owners: "/business-owners",
    shops: "/business-owners/businesses",
    shopParam: "business",
    counts: "open",
  },
];
