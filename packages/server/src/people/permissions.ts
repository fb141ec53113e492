/** A role in a tenant. */
export type Role = "admin" | "manager" | "agent" | "viewer";

/** Whom the table can let in: a role, or one of those who are no member of a tenant. */
export type Holder = Role | "operator" | "device";

const EVERYBODY = ["viewer", "agent", "manager", "admin"] as const;
const AT_THE_DESK = ["agent", "manager", "admin"] as const;
const IN_CHARGE = ["manager", "admin"] as const;

/**
 * Who may do what. Each route and each topic names its action, and nothing else decides; the tests of every
 * cell are made from this table. An API key has a role, and may do what that role may.
 */
const ALLOWED = {
  "see-shops": EVERYBODY,
  "see-settings": EVERYBODY,
  /** Names, phones and addresses of visitors; without it they are left out of what is shown. */
  "see-visitors": AT_THE_DESK,
  "serve-visitors": AT_THE_DESK,
  "set-queue-status": AT_THE_DESK,
  /** When somebody is booked; who it is, for those who may see visitors. */
  "see-appointments": EVERYBODY,
  "book-appointments": AT_THE_DESK,
  "refresh-display": AT_THE_DESK,
  "run-simulation": AT_THE_DESK,
  "see-staff": IN_CHARGE,
  "change-settings": IN_CHARGE,
  /** Texts, ways and prices, and the log, which names nobody. */
  "see-messages": IN_CHARGE,
  "see-devices": IN_CHARGE,
  "change-devices": IN_CHARGE,
  /** A manager sees the entries of the own shops only. */
  "see-audit": IN_CHARGE,
  "create-shop": ["admin"],
  "change-staff": ["admin"],
  "change-tenant": ["admin"],
  /** The words in the organisation's name, the provider, the money. */
  "change-messages": ["admin"],
  "change-privacy": ["admin"],
  "export-person": ["admin"],
  "erase-person": ["admin"],
  "see-keys": ["admin"],
  "change-keys": ["admin"],
  "see-tenants": ["operator"],
  "change-tenants": ["operator"],
  "see-metrics": ["operator"],
} as const satisfies Record<string, readonly Holder[]>;

export type Action = keyof typeof ALLOWED;

/** What an operator of the whole server does; no tenant's role has any of it. */
export type OperatorAction = "see-tenants" | "change-tenants" | "see-metrics";

/** What is done within one tenant. */
export type TenantAction = Exclude<Action, OperatorAction>;

export const ACTIONS = Object.keys(ALLOWED) as readonly Action[];

export function may(holder: Holder, action: Action): boolean {
  const holders: readonly Holder[] = ALLOWED[action];
  return holders.includes(holder);
}
