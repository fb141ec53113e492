import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../storage/schema.ts";
import { UnusableDatabase } from "../storage/unusable-database.ts";
import { createSigningKey, type SigningKey } from "./signing-key.ts";
import { isAccepted, readStoredKeys, signingNow, type StoredKey, storeKey } from "./stored-keys.ts";
import { unwrapKey, wrapKey } from "./wrapped-key.ts";

/** What wraps the signing keys. */
export interface Secrets {
  readonly current: string;
  /** The one before it, while the keys are taken over to the current one. */
  readonly previous: string | null;
}

/** The signing keys of all nodes. What it gives changes with time and with rotations: ask it anew each time. */
export interface KeyRing extends AsyncDisposable {
  /** Signs and seals. */
  readonly current: SigningKey;
  /** Whose signatures are believed: the current one first, then the newest. */
  readonly accepted: readonly SigningKey[];
  /** By id, any key not yet retired: for opening sealed texts. */
  find(id: string): SigningKey | undefined;
  /** Reads the database again, as it does by itself every few seconds. */
  refresh(): Promise<void>;
}

export interface KeyRingOptions {
  readonly db: Kysely<Database>;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly now: () => number;
  readonly refreshMs?: number;
}

/** Every node knows a new key after this long; a new key signs only after `SIGNS_AFTER_MS`. */
const REFRESH_MS = 15_000;
const KEY_BYTES = 32;

/** Opens the ring; in an empty database it makes the first key. */
export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const ring = new StoredKeyRing(options);
  await ring.start();
  return ring;
}

/** A key of no use yet to anybody: `signsFrom` and `acceptedUntil` say when it is. */
export async function newStoredKey(secret: string, now: number, signsFrom: number): Promise<StoredKey> {
  const wrapped = await wrapKey(randomBytes(KEY_BYTES), secret);
  return { id: randomBytes(4).toString("hex"), wrapped, createdAt: now, signsFrom, acceptedUntil: null };
}

interface OpenedKey extends StoredKey {
  readonly key: SigningKey;
}

class StoredKeyRing implements KeyRing {
  readonly #options: KeyRingOptions;
  #keys: readonly OpenedKey[] = [];
  #timer: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> = Promise.resolve();

  constructor(options: KeyRingOptions) {
    this.#options = options;
  }

  get current(): SigningKey {
    return signingNow(this.#keys, this.#options.now()).key;
  }

  get accepted(): readonly SigningKey[] {
    const now = this.#options.now();
    const { current } = this;
    const others = this.#keys.filter((stored) => stored.key !== current && isAccepted(stored, now));
    return [current, ...others.map(({ key }) => key).toReversed()];
  }

  find(id: string): SigningKey | undefined {
    return this.#keys.find((stored) => stored.id === id)?.key;
  }

  async start(): Promise<void> {
    const { db, secrets, now } = this.#options;
    if ((await readStoredKeys(db)).length === 0) await storeFirstKey(db, secrets.current, now());
    await this.#read((id) => {
      throw new UnusableDatabase(
        `CALLNEXT_SECRET (or the file \`secret\` in the data directory) is not the one this database was set up with: it does not open the signing key ${id}.`,
      );
    });
    this.#timer = setInterval(() => {
      this.#refreshing = this.refresh().catch((error: unknown) => {
        this.#options.log.debug({ err: error }, "the signing keys could not be read again");
      });
    }, this.#options.refreshMs ?? REFRESH_MS).unref();
  }

  async refresh(): Promise<void> {
    await this.#read((id) =>
      this.#options.log.error({ key: id }, "this node's CALLNEXT_SECRET does not open a new signing key"),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#refreshing;
  }

  async #read(unopened: (id: string) => void): Promise<void> {
    const opened: OpenedKey[] = [];
    for (const stored of await readStoredKeys(this.#options.db)) {
      const known = this.#keys.find(({ id }) => id === stored.id);
      // Wrapped anew: the same key, or, after a restore, another one of that name.
      const same = known?.wrapped.salt === stored.wrapped.salt ? known.key : undefined;
      const key = same ?? (await this.#open(stored)) ?? known?.key;
      if (key === undefined) unopened(stored.id);
      else opened.push({ ...stored, key });
    }
    // All of them gone: the database is being restored. What is known holds until it is back.
    if (opened.length > 0) this.#keys = opened;
  }

  /** A key that only the previous secret opens is wrapped anew by the current one. */
  async #open({ id, wrapped }: StoredKey): Promise<SigningKey | undefined> {
    const { db, secrets, log } = this.#options;
    const bytes = await unwrapKey(wrapped, secrets.current);
    if (bytes !== null) return createSigningKey(id, bytes);
    const known = secrets.previous === null ? null : await unwrapKey(wrapped, secrets.previous);
    if (known === null) return undefined;
    const again = JSON.stringify(await wrapKey(known, secrets.current));
    await db.updateTable("signing_keys").set({ wrapped: again }).where("id", "=", id).execute();
    log.info({ key: id }, "a signing key is wrapped by the new secret");
    return createSigningKey(id, known);
  }
}

/** Of two nodes starting at once one makes it: the first key has one id for all. */
const FIRST_ID = "00000001";

async function storeFirstKey(db: Kysely<Database>, secret: string, now: number): Promise<void> {
  const first = await newStoredKey(secret, now, now);
  try {
    await storeKey(db, { ...first, id: FIRST_ID });
  } catch (error) {
    if ((await readStoredKeys(db)).length === 0) throw error;
  }
}
