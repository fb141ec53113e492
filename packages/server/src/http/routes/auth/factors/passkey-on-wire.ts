import type { Passkey } from "../../../../people/factors/passkey-rows.ts";

export function passkeyOnWire({ id, name, synced, createdAt, lastUsedAt }: Passkey) {
  return {
    id,
    name,
    synced,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}
