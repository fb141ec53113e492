import type { Context } from "../../core/context.ts";

interface FirstAdmin {
  readonly admin_name: string;
  readonly admin_email: string;
}

/** The link by which a new organisation gets its first administrator. */
export async function firstInvitation(
  context: Context,
  tenantId: number,
  { admin_name: name, admin_email: email }: FirstAdmin,
): Promise<string> {
  const invited = await context.invitations.invite(tenantId, null, {
    name,
    email,
    role: "admin",
    shopIds: null,
  });
  if (typeof invited === "string")
    throw new Error(`an organisation without staff takes an invitation, not: ${invited}`);
  return `${context.publicOrigin()}/console/invitation#${invited.token}`;
}
