import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { MOST_DEVICES } from "./pairing-limits.ts";

/** A device as those who look after it see it. */
export interface ListedDevice {
  readonly id: string;
  readonly shopId: number;
  readonly displayId: string | null;
  readonly kind: "board" | "kiosk";
  readonly name: string;
  readonly pairedBy: string | null;
  readonly pairedAt: Date;
  readonly lastSeenAt: Date | null;
}

export interface DeviceChange {
  readonly name?: string;
  /** With the shop it stands in. */
  readonly display?: { readonly id: string; readonly shopId: number };
}

/** The devices of one organisation that are in force. */
export interface DeviceList {
  all(tenantId: number): Promise<readonly ListedDevice[]>;
  find(tenantId: number, id: string): Promise<ListedDevice | undefined>;
  change(tenantId: number, id: string, change: DeviceChange): Promise<void>;
  /** For good: its key is forgotten. False where it was revoked before. */
  revoke(tenantId: number, id: string): Promise<boolean>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createDeviceList(db: Kysely<Database>, now: () => number): DeviceList {
  const select = (tenantId: number, id: string | null): Promise<readonly ListedDevice[]> =>
    inTenant(db, tenantId, async (trx) => {
      const query = trx
        .selectFrom("devices")
        .leftJoin("staff", "staff.id", "devices.paired_by")
        .select([
          "devices.id",
          "devices.shop_id as shopId",
          "devices.display_id as displayId",
          "devices.kind",
          "devices.name",
          "staff.name as pairedBy",
          "devices.paired_at as pairedAt",
          "devices.last_seen_at as lastSeenAt",
        ])
        .where("devices.tenant_id", "=", tenantId)
        .where("devices.revoked_at", "is", null)
        .orderBy("devices.paired_at")
        .orderBy("devices.id")
        .limit(MOST_DEVICES);
      return await (id === null ? query : query.where("devices.id", "=", id)).execute();
    });
  return {
    all: (tenantId) => select(tenantId, null),
    find: async (tenantId, id) => (UUID.test(id) ? (await select(tenantId, id))[0] : undefined),
    async change(tenantId, id, { name, display }) {
      const values = {
        ...(name === undefined ? {} : { name }),
        ...(display === undefined ? {} : { display_id: display.id, shop_id: display.shopId }),
      };
      if (Object.keys(values).length === 0) return;
      await inTenant(db, tenantId, (trx) =>
        trx
          .updateTable("devices")
          .set(values)
          .where("tenant_id", "=", tenantId)
          .where("id", "=", id)
          .where("revoked_at", "is", null)
          .execute(),
      );
    },
    async revoke(tenantId, id) {
      const { numUpdatedRows } = await inTenant(db, tenantId, (trx) =>
        trx
          .updateTable("devices")
          .set({ revoked_at: new Date(now()), key_hash: null })
          .where("tenant_id", "=", tenantId)
          .where("id", "=", id)
          .where("revoked_at", "is", null)
          .executeTakeFirst(),
      );
      return numUpdatedRows === 1n;
    },
  };
}
