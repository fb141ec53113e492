import type { Kysely } from "kysely";
import type pg from "pg";
import type { Logger } from "pino";
import type { Database } from "../../storage/schema.ts";
import type { Caller } from "../caller.ts";
import type { TokenKind } from "../credentials.ts";
import type { KeyRing } from "../key-ring.ts";
import type { Sessions } from "../sessions.ts";
import { type AccessTokens, createAccessTokens, isAccessToken } from "./access-tokens.ts";
import { type ApiKeyCredentials, createApiKeyCredentials } from "./api-key-credentials.ts";
import { type ApiKeyList, createApiKeyList } from "./api-key-list.ts";
import { isApiKey } from "./api-key.ts";

export interface Keys {
  readonly apiKeys: ApiKeyList;
  readonly apiKeyCredentials: ApiKeyCredentials;
  readonly accessTokens: AccessTokens;
  /** How API keys and access tokens let in. */
  readonly tokens: readonly TokenKind[];
}

export interface KeyTools {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  readonly keys: Pick<KeyRing, "current" | "accepted">;
  readonly sessions: Sessions;
  readonly now: () => number;
  readonly log: Logger;
}

/** How programs get in: keys that administrators hand out, and short-lived tokens made of a session or such a key. */
export function openKeys({ db, pool, keys, sessions, now, log }: KeyTools): Keys {
  const accessTokens = createAccessTokens(keys, now);
  const credentials = createApiKeyCredentials(pool, now, (err) =>
    log.warn({ err }, "when API keys were last used could not be written"),
  );
  const byKey = async (
    find: Promise<Awaited<ReturnType<ApiKeyCredentials["find"]>>>,
  ): Promise<Caller | null> => {
    const integration = await find;
    return integration === null ? null : { kind: "integration", integration };
  };
  const apiKey: TokenKind = { isMine: isApiKey, find: (token) => byKey(credentials.find(token)) };
  const accessToken: TokenKind = {
    isMine: isAccessToken,
    async find(token) {
      const source = await accessTokens.read(token);
      if (source === null) return null;
      if (source.kind === "integration") return await byKey(credentials.findById(source.id));
      const session = await sessions.findById(source.id);
      return session === null ? null : { kind: "person", session };
    },
  };
  return {
    apiKeys: createApiKeyList(db, now),
    apiKeyCredentials: credentials,
    accessTokens,
    tokens: [apiKey, accessToken],
  };
}
