/** Who did it. Sign-ins happen before it is known for whom somebody works, so an account can act too. */
export interface AuditActor {
  readonly kind: "staff" | "operator" | "device" | "integration" | "visitor" | "system" | "account";
  readonly id: string | null;
}

/** What the audit log keeps: references and plain facts. Never a name, an address, a phone number or a secret. */
export interface AuditEntry {
  /** Null for what concerns no organisation: the platform's own chain. */
  readonly tenantId: number | null;
  readonly actor: AuditActor;
  /** In the past tense, kebab-case: `signed-in`, `device-paired`. */
  readonly action: string;
  /** A reference like `staff:12`. */
  readonly subject: string | null;
  readonly shopId: number | null;
  /** The full address of the request; what is kept of it is shortened. */
  readonly ip: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}
