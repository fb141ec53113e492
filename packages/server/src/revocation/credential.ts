/** By what somebody got in. As long as it holds, so do the sockets that it opened. */
export interface Credential {
  readonly kind: "session" | "device" | "integration";
  readonly id: string;
}

/**
 * The standing of each credential of one kind that still holds, by id: a text that changes whenever what it allows
 * does. Asked of the database itself, never of a cache; rejects when the database cannot tell.
 */
export type Standings = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** How the credentials of each kind are checked. */
export type CredentialChecks = Readonly<Record<Credential["kind"], Standings>>;
