import type { peopleBodies } from "@callnext/protocol";
import type { Invitation } from "../../../people/invitations.ts";

export function invitationOnWire(invitation: Invitation): peopleBodies.Invitation {
  const { id, email, name, role, shopIds, createdAt, expiresAt } = invitation;
  return {
    id,
    email,
    full_name: name,
    role,
    shop_ids: shopIds === null ? null : [...shopIds],
    created_at: new Date(createdAt).toISOString(),
    expires_at: new Date(expiresAt).toISOString(),
  };
}
