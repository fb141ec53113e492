import type { Caller } from "./caller.ts";
import type { Sessions } from "./sessions.ts";

/** A token as a request or an upgrade brought it. */
export interface BroughtToken {
  readonly token: string;
  readonly via: "cookie" | "header";
}

/** Finds who a token stands for, whichever kind of token it is. */
export interface Credentials {
  /** Null for what is no valid token; rejects where that cannot be known. A cookie carries sessions and nothing else. */
  find(brought: BroughtToken): Promise<Caller | null>;
}

/** One kind of token that is told from the others by its form. */
export interface TokenKind {
  readonly isMine: (token: string) => boolean;
  readonly find: (token: string) => Promise<Caller | null>;
}

/** What has no form of its own is a session's token. */
export function createCredentials(sessions: Sessions, kinds: readonly TokenKind[]): Credentials {
  return {
    async find({ token, via }) {
      const kind = via === "header" ? kinds.find(({ isMine }) => isMine(token)) : undefined;
      if (kind !== undefined) return await kind.find(token);
      const session = await sessions.find(token);
      return session === null ? null : { kind: "person", session };
    },
  };
}
