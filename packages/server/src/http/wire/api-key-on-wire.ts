import { isoTime, isoTimeOrNull } from "@callnext/core";
import type { keyBodies } from "@callnext/protocol";
import type { ApiKey } from "../../people/keys/api-key.ts";

export function apiKeyOnWire(key: ApiKey): keyBodies.ApiKeyOnWire {
  return {
    id: key.id,
    name: key.name,
    role: key.role,
    shop_ids: key.shopIds === null ? null : [...key.shopIds],
    prefix: key.prefix,
    created_by: key.createdBy,
    created_at: isoTime(key.createdAt.getTime()),
    last_used_at: isoTimeOrNull(key.lastUsedAt?.getTime() ?? null),
    expires_at: isoTimeOrNull(key.expiresAt?.getTime() ?? null),
    revoked_at: isoTimeOrNull(key.revokedAt?.getTime() ?? null),
  };
}
