import type { Logger } from "pino";
import { createAuditTrail } from "../audit/audit-trail.ts";
import type { Config } from "../config/config.ts";
import { asOwner, type Owner } from "../storage/as-owner.ts";
import { mustBeSetUp, withOwner } from "../storage/with-owner.ts";
import { type KeyRing, openKeyRing, type Secrets } from "./key-ring.ts";
import { openSecrets } from "./open-secrets.ts";
import { type Retirement, retireKey, rotateKeys } from "./rotate-keys.ts";
import { isAccepted, readStoredKeys, signingNow } from "./stored-keys.ts";

/** A signing key as its keeper sees it. Times in ms since the epoch. */
export interface ListedKey {
  readonly id: string;
  readonly state: "signs" | "accepted" | "to-come" | "ended";
  readonly createdAt: number;
  readonly signsFrom: number;
  readonly acceptedUntil: number | null;
}

/** What the person who runs the server does with its signing keys. */
export interface KeyKeeper {
  /** Newest first. */
  list(): Promise<readonly ListedKey[]>;
  rotate(change: { readonly overlapMs: number; readonly atOnce: boolean }): Promise<ListedKey>;
  retire(id: string): Promise<Retirement>;
}

/** Opens the configured database's keys for the time of `work`. */
export async function manageKeys<Result>(
  config: Config,
  { log, now }: { readonly log: Logger; readonly now: () => number },
  work: (keeper: KeyKeeper) => Promise<Result>,
): Promise<Result> {
  const secrets = await openSecrets(config, log);
  return await withOwner(config, log, (address) => {
    mustBeSetUp(address);
    return asOwner(address.connectionString, async (owner) => {
      await using keys = await openKeyRing({ db: owner.db, secrets, log, now });
      return await work(keeper(owner, keys, secrets, now));
    });
  });
}

function keeper({ db }: Owner, keys: KeyRing, secrets: Secrets, now: () => number): KeyKeeper {
  const audit = createAuditTrail(db, now);
  const note = (action: string, key: string, detail: Record<string, number | boolean>): Promise<void> =>
    audit.note({
      tenantId: null,
      actor: { kind: "system", id: null },
      action,
      subject: `signing-key:${key}`,
      shopId: null,
      ip: null,
      detail,
    });
  const list = async (): Promise<readonly ListedKey[]> => {
    const stored = await readStoredKeys(db);
    const signing = signingNow(stored, now()).id;
    return stored
      .map(({ id, createdAt, signsFrom, acceptedUntil }): ListedKey => {
        const accepted = isAccepted({ acceptedUntil }, now());
        const other = signsFrom > now() ? "to-come" : accepted ? "accepted" : "ended";
        return { id, state: id === signing ? "signs" : other, createdAt, signsFrom, acceptedUntil };
      })
      .toReversed();
  };
  return {
    list,
    async rotate({ overlapMs, atOnce }) {
      const { id } = await rotateKeys({ db, secret: secrets.current, now: now(), overlapMs, atOnce });
      await note("signing-key-added", id, { overlapHours: overlapMs / 3_600_000, atOnce });
      const added = (await list()).find((key) => key.id === id);
      if (added === undefined) throw new Error("a key that was added is listed");
      return added;
    },
    async retire(id) {
      await keys.refresh();
      const retired = await retireKey({ db, keys, id, now: now() });
      if (retired.ok) await note("signing-key-retired", id, { resealed: retired.resealed });
      return retired;
    },
  };
}
