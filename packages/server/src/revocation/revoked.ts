/** What has just lost its rights, or has other rights than before. */
export type Revoked =
  /** Everything that this account has open: disabled, signed out everywhere, another password. */
  | { readonly kind: "user"; readonly userId: string }
  /** A role, a scope or a place in a tenant has changed; who still may come back does, with the new rights. */
  | { readonly kind: "membership"; readonly userId: string }
  | { readonly kind: "session"; readonly sessionId: string }
  | { readonly kind: "device"; readonly deviceId: string }
  | { readonly kind: "integration"; readonly keyId: string };

const idOf = (what: Revoked): string => {
  switch (what.kind) {
    case "user":
    case "membership":
      return what.userId;
    case "session":
      return what.sessionId;
    case "device":
      return what.deviceId;
    case "integration":
      return what.keyId;
  }
};

/** `session abc`: how one node tells it to the others. */
export const revokedText = (what: Revoked): string => `${what.kind} ${idOf(what)}`;

/** Undefined for what is no such text: any client of the database can send a note. */
export const readRevoked = (text: string): Revoked | undefined => {
  const [, kind, id] = /^([a-z]+) ([\w.-]{1,100})$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  switch (kind) {
    case "user":
    case "membership":
      return { kind, userId: id };
    case "session":
      return { kind, sessionId: id };
    case "device":
      return { kind, deviceId: id };
    case "integration":
      return { kind, keyId: id };
    default:
      return undefined;
  }
};
