import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { type Device, deviceFrom, type DeviceRow } from "./device.ts";
import { hashOfSecret, newDeviceKey } from "./device-key.ts";
import { newPairingCode } from "./pairing-code.ts";
import { MOST_DEVICES, MOST_OPEN_PAIRINGS, PAIRING_LIFE_MS } from "./pairing-limits.ts";

export interface OpenedPairing {
  readonly pairingId: string;
  readonly code: string;
  /** By which the screen that asked, and nobody who reads its code, gets the key. */
  readonly secret: string;
  readonly expiresInSeconds: number;
}

/** Where a screen that waits for its key stands. */
export type Taken =
  | { readonly kind: "waiting"; readonly expiresInSeconds: number }
  | { readonly kind: "paired"; readonly key: string; readonly device: Device }
  | { readonly kind: "pairing-unknown" | "pairing-expired" | "pairing-used" };

export interface NewDevice {
  readonly tenantId: number;
  readonly tenantSlug: string;
  readonly shopId: number;
  readonly displayId: string;
  readonly name: string;
  readonly pairedBy: number | null;
}

export interface Pairings {
  /** Null where as many stand open as may. */
  open(): Promise<OpenedPairing | null>;
  /** The screen with this code becomes a device; each code serves once. */
  confirm(code: string, device: NewDevice): Promise<Device | "pairing-code-wrong" | "too-many-devices">;
  /** The key, once the code was entered: made now, told once, never stored. */
  take(pairingId: string, secret: string): Promise<Taken>;
}

export interface PairingTools {
  readonly db: Kysely<Database>;
  /** What is kept of a code: keyed, for a plain hash of so few letters could be tried out. One for each accepted key. */
  readonly codeHashes: (code: string) => readonly [string, ...string[]];
  readonly now: () => number;
  readonly newId: () => string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SECRET_BYTES = 32;
const UNKNOWN: Taken = { kind: "pairing-unknown" };

export function createPairings(tools: PairingTools): Pairings {
  return {
    open: () => open(tools),
    confirm: (code, device) => confirm(tools, code, device),
    take: (pairingId, secret) =>
      UUID.test(pairingId) ? take(tools, pairingId, secret) : Promise.resolve(UNKNOWN),
  };
}

async function open({ db, codeHashes, now, newId }: PairingTools): Promise<OpenedPairing | null> {
  const at = now();
  const pairingId = newId();
  const code = newPairingCode(randomBytes);
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  await db
    .deleteFrom("device_pairings")
    .where("expires_at", "<=", new Date(at - PAIRING_LIFE_MS))
    .execute();
  const [codeHash] = codeHashes(code);
  const made = await sql`insert into device_pairings (id, code_hash, secret_hash, expires_at)
    select ${pairingId}, ${codeHash}, ${hashOfSecret(secret)}, ${new Date(at + PAIRING_LIFE_MS)}
    where (select count(*) from device_pairings where expires_at > ${new Date(at)} and device_id is null)
      < ${MOST_OPEN_PAIRINGS}`.execute(db);
  if (made.numAffectedRows !== 1n) return null;
  return { pairingId, code, secret, expiresInSeconds: PAIRING_LIFE_MS / 1_000 };
}

async function confirm(
  { db, codeHashes, now, newId }: PairingTools,
  code: string,
  device: NewDevice,
): Promise<Device | "pairing-code-wrong" | "too-many-devices"> {
  const at = new Date(now());
  return await inTenant(db, device.tenantId, async (trx) => {
    const pairing = await trx
      .selectFrom("device_pairings")
      .select("id")
      .where("code_hash", "in", codeHashes(code))
      .where("device_id", "is", null)
      .where("expires_at", ">", at)
      .forUpdate()
      .executeTakeFirst();
    if (pairing === undefined) return "pairing-code-wrong";
    const living = await trx
      .selectFrom("devices")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("tenant_id", "=", device.tenantId)
      .where("revoked_at", "is", null)
      .executeTakeFirstOrThrow();
    if (living.count >= MOST_DEVICES) return "too-many-devices";
    const row = {
      id: newId(),
      tenant_id: device.tenantId,
      shop_id: device.shopId,
      kind: "board",
      display_id: device.displayId,
      name: device.name,
    } as const;
    await trx
      .insertInto("devices")
      .values({ ...row, paired_by: device.pairedBy, paired_at: at })
      .execute();
    await trx
      .updateTable("device_pairings")
      .set({ device_id: row.id })
      .where("id", "=", pairing.id)
      .execute();
    return deviceFrom({ ...row, tenant_slug: device.tenantSlug, last_seen_at: null });
  });
}

async function take({ db, now }: PairingTools, pairingId: string, secret: string): Promise<Taken> {
  const at = now();
  const key = newDeviceKey(randomBytes);
  const secretHash = hashOfSecret(secret);
  const found = await db
    .selectFrom("device_pairings")
    .select(["device_id", "taken_at", "expires_at"])
    .where("id", "=", pairingId)
    .where("secret_hash", "=", secretHash)
    .executeTakeFirst();
  if (found === undefined) return UNKNOWN;
  if (found.taken_at !== null) return { kind: "pairing-used" };
  const leftMs = found.expires_at.getTime() - at;
  if (leftMs <= 0) return { kind: "pairing-expired" };
  if (found.device_id === null) return { kind: "waiting", expiresInSeconds: Math.ceil(leftMs / 1_000) };
  const taken = await sql<DeviceRow>`select * from take_device_key(
    ${pairingId}::uuid, ${secretHash}, ${hashOfSecret(key)}, ${new Date(at)})`.execute(db);
  const device = taken.rows[0];
  // Another of the screen's questions was quicker, or the device was switched off again before it ever came.
  return device === undefined
    ? { kind: "pairing-used" }
    : { kind: "paired", key, device: deviceFrom(device) };
}
