import { createHmac, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { TokenKind } from "../people/credentials.ts";
import type { KeyRing } from "../people/key-ring.ts";
import type { Database } from "../storage/schema.ts";
import { createDeviceCredentials, type DeviceCredentials } from "./device-credentials.ts";
import { isDeviceKey } from "./device-key.ts";
import { createDeviceList, type DeviceList } from "./device-list.ts";
import { createPairingGuard, type PairingGuard } from "./pairing-guard.ts";
import { createPairings, type Pairings } from "./pairings.ts";

export interface Devices {
  readonly pairings: Pairings;
  readonly guard: PairingGuard;
  readonly list: DeviceList;
  readonly credentials: DeviceCredentials;
  /** How a device's key lets in. */
  readonly token: TokenKind;
}

export interface DeviceTools {
  readonly db: Kysely<Database>;
  readonly keys: Pick<KeyRing, "current" | "accepted">;
  readonly now: () => number;
  readonly log: Logger;
}

/** Everything about boards and kiosks that have a key of their own. */
export function openDevices({ db, keys, now, log }: DeviceTools): Devices {
  const hashWith = (key: KeyRing["current"], code: string): string =>
    createHmac("sha256", key.derive("pairing-code")).update(code).digest("base64url");
  const credentials = createDeviceCredentials({
    db,
    now,
    failed: (err) => log.warn({ err }, "when devices were last seen could not be written"),
  });
  return {
    pairings: createPairings({
      db,
      now,
      newId: randomUUID,
      codeHashes: (code) => [
        hashWith(keys.current, code),
        ...keys.accepted.map((key) => hashWith(key, code)),
      ],
    }),
    guard: createPairingGuard(now),
    list: createDeviceList(db, now),
    credentials,
    token: {
      isMine: isDeviceKey,
      async find(key) {
        const device = await credentials.find(key);
        return device === null ? null : { kind: "device", device };
      },
    },
  };
}
