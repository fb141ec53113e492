export type Role = "admin" | "manager" | "agent";

/** Who may do what; each route names its action, and nothing else decides. */
const ALLOWED = {
  "see-shops": ["agent", "manager", "admin"],
  "serve-visitors": ["agent", "manager", "admin"],
  "set-queue-status": ["agent", "manager", "admin"],
  "refresh-display": ["agent", "manager", "admin"],
  "see-settings": ["agent", "manager", "admin"],
  "run-simulation": ["agent", "manager", "admin"],
  "see-staff": ["manager", "admin"],
  "change-settings": ["manager", "admin"],
  "create-shop": ["admin"],
  "change-staff": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof ALLOWED;

export const ACTIONS = Object.keys(ALLOWED) as readonly Action[];

export function may(role: Role, action: Action): boolean {
  const roles: readonly Role[] = ALLOWED[action];
  return roles.includes(role);
}
