import type { Kysely } from "kysely";
import webpush from "web-push";
import { open, seal, type SealingKeys } from "../../people/seal.ts";
import type { Database } from "../../storage/schema.ts";

export interface PushKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** For what the private half is sealed. */
export function pushKeyPurpose(id: string): string {
  return `push-key:${id}`;
}

/** The only row: browsers subscribe with this key, so another one would lose them all. */
const ID = "vapid";

export type FindPushKeys = () => Promise<PushKeyPair>;

/** The key pair by which push services know this server (VAPID), made when it is first asked for. */
export function createPushKeys(db: Kysely<Database>, keys: SealingKeys, now: () => number): FindPushKeys {
  let known: PushKeyPair | undefined;
  return async () => {
    known ??= await findOrMake(db, keys, now);
    return known;
  };
}

/**
 * Of two nodes that make one at once, the first to write wins. One that cannot be opened any more, because the
 * server's keys were lost, is replaced: the browsers that subscribed with it are lost with it.
 */
async function findOrMake(db: Kysely<Database>, keys: SealingKeys, now: () => number): Promise<PushKeyPair> {
  const lost = await read(db, keys);
  if (typeof lost === "object") return lost;
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  const made = {
    public_key: publicKey,
    sealed: seal(keys, pushKeyPurpose(ID), privateKey),
    created_at: new Date(now()),
  };
  await (lost === undefined
    ? db
        .insertInto("push_keys")
        .values({ id: ID, ...made })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    : db.updateTable("push_keys").set(made).where("id", "=", ID).where("sealed", "=", lost).execute());
  const found = await read(db, keys);
  if (typeof found !== "object") throw new Error("the push keys that were just written cannot be opened");
  return found;
}

/** The pair; or its sealed text where that cannot be opened; or undefined, where there is none. */
async function read(db: Kysely<Database>, keys: SealingKeys): Promise<PushKeyPair | string | undefined> {
  const row = await db.selectFrom("push_keys").selectAll().where("id", "=", ID).executeTakeFirst();
  if (row === undefined) return undefined;
  const privateKey = open(keys, pushKeyPurpose(ID), row.sealed);
  return privateKey === null ? row.sealed : { publicKey: row.public_key, privateKey };
}
