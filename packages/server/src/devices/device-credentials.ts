import { type Kysely, sql } from "kysely";
import type { Standings } from "../revocation/credential.ts";
import type { Database } from "../storage/schema.ts";
import { type Device, deviceFrom, type DeviceRow } from "./device.ts";
import { hashOfSecret } from "./device-key.ts";
import { createSignsOfLife } from "./signs-of-life.ts";

/** As long as a person's session is remembered; see `people/sessions.ts`. */
const FRESH_MS = 800;
const MOST_CACHED = 5_000;

export interface DeviceCredentials {
  /** The device whose key this is, unless it was revoked. Rejects where the database cannot be asked. */
  find(key: string): Promise<Device | null>;
  /** By id, what each of these devices that is still in force may see. */
  standings: Standings;
  /** Forget what is remembered: a device was revoked or moved. */
  forget(): void;
}

export interface CredentialTools {
  readonly db: Kysely<Database>;
  readonly now: () => number;
  /** A sign of life could not be written down. */
  readonly failed: (error: unknown) => void;
}

interface Cached {
  readonly device: Promise<Device | null>;
  readonly until: number;
}

export function createDeviceCredentials({ db, now, failed }: CredentialTools): DeviceCredentials {
  const cache = new Map<string, Cached>();
  const alive = createSignsOfLife(
    async (ids, at) => {
      await sql`select devices_seen(${[...ids]}::uuid[], ${new Date(at)})`.execute(db);
    },
    now,
    failed,
  );
  return {
    find(key) {
      const hash = hashOfSecret(key);
      const known = cache.get(hash);
      if (known !== undefined && known.until > now()) return known.device;
      const device = load(db, hash);
      // An outage is not an answer: the next request asks again.
      device.then(
        (found) => void (found !== null && alive([found.id])),
        () => cache.delete(hash),
      );
      cache.delete(hash);
      cache.set(hash, { device, until: now() + FRESH_MS });
      if (cache.size > MOST_CACHED) cache.delete(cache.keys().next().value ?? "");
      return device;
    },
    async standings(ids) {
      const { rows } = await sql<InForce>`select * from devices_in_force(${[...ids]}::uuid[])`.execute(db);
      alive(rows.map(({ id }) => id));
      return new Map(rows.map(({ id, display_id }) => [id, deviceStanding({ displayId: display_id })]));
    },
    forget: () => cache.clear(),
  };
}

interface InForce {
  readonly id: string;
  readonly display_id: string | null;
}

/** A text that changes with what a device may see, and with nothing else. */
export function deviceStanding({ displayId }: Pick<Device, "displayId">): string {
  return displayId ?? "";
}

async function load(db: Kysely<Database>, hash: string): Promise<Device | null> {
  const { rows } = await sql<DeviceRow>`select * from device_of_key(${hash})`.execute(db);
  return rows[0] === undefined ? null : deviceFrom(rows[0]);
}
