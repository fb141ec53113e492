/** What can go wrong, and with whom. `duration` in ms; a fault without one is over at once. */
export type Fault =
  /** The process ends; its kernel tells everybody. */
  | { readonly kind: "node-killed"; readonly node: number }
  /** The machine loses its power; nobody is told. */
  | { readonly kind: "power-lost"; readonly node: number }
  /** A rolling restart: clients are told when to come back. */
  | { readonly kind: "deployed"; readonly node: number }
  | { readonly kind: "node-frozen"; readonly node: number }
  /** This node alone cannot reach the database. */
  | { readonly kind: "node-cut-off"; readonly node: number }
  | { readonly kind: "database-down" }
  | { readonly kind: "database-silent" }
  | { readonly kind: "database-slow" }
  /** Commits are done and not answered. */
  | { readonly kind: "answers-lost" }
  | { readonly kind: "backup-restored" }
  /** Somebody's finger stays on the key: hundreds of recalls at once. */
  | { readonly kind: "recalls" }
  | {
      readonly kind: "black-hole";
      readonly machine: number;
      readonly ways: "both" | "up" | "down";
      readonly forgets: boolean;
    }
  | { readonly kind: "no-route"; readonly machine: number }
  | { readonly kind: "reset"; readonly machine: number; readonly told: "both" | "client" | "server" }
  | { readonly kind: "far-away"; readonly machine: number }
  | { readonly kind: "slow-reader"; readonly machine: number; readonly rate: number }
  | { readonly kind: "requests-fail"; readonly machine: number }
  | { readonly kind: "requests-repeated"; readonly machine: number }
  | { readonly kind: "page-sleeps"; readonly machine: number; readonly isHidden: boolean }
  | { readonly kind: "page-hidden"; readonly machine: number }
  | { readonly kind: "page-reloaded"; readonly machine: number };

export type FaultKind = Fault["kind"];

export interface PlannedFault {
  readonly at: number;
  readonly duration: number;
  readonly fault: Fault;
}
