import { writeMail } from "../../../mail/write-mail.ts";
import type { Invitation } from "../../../people/invitations.ts";
import type { Membership } from "../../../people/session.ts";
import type { Context } from "../../core/context.ts";

/** Mails the link; where that cannot be, gives its path, for somebody to hand over. */
export async function sendInvitation(
  context: Context,
  { name: organisation, locale }: Membership["tenant"],
  { email: to, name }: Invitation,
  token: string,
): Promise<string | null> {
  // The token stands after the #, so that no server or log on the way gets to see it.
  const path = `/console/invitation#${token}`;
  if (!context.mailer.available) return path;
  const link = `${context.publicOrigin()}${path}`;
  try {
    await context.mailer.send(writeMail({ kind: "invitation", to, locale, name, organisation, link }));
    return null;
  } catch {
    // Logged by the mailer.
    return path;
  }
}
