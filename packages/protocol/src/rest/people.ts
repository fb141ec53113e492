import { z } from "zod";
import { ShopScope } from "./administration.ts";
import { Role } from "./auth.ts";
import { Email, Locale, Password, PersonName } from "./text.ts";

const Time = z.string().meta({ description: "ISO 8601" });

export const OwnSession = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  ip: z.string().nullable(),
  created_at: Time,
  last_seen_at: z.string().meta({ description: "ISO 8601, to the minute" }),
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;
export const OwnSessions = z.object({ sessions: z.array(OwnSession) });

export const NamePatch = z.object({ full_name: PersonName });

export const PasswordChange = z.object({ current_password: z.string().max(1_000), password: Password });

/** The same answer for every address: nobody learns who has an account. */
export const ResetRequest = z.object({
  email: Email,
  locale: Locale.optional().meta({ description: "Of the mail; the organisation's unless told" }),
});

const Token = z.string().max(200).meta({ description: "From the link" });

export const ResetBody = z.object({ token: Token, password: Password });

export const InvitationBody = z.object({
  email: Email,
  full_name: PersonName,
  role: Role,
  shop_ids: ShopScope.optional(),
});

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  full_name: z.string(),
  role: Role,
  shop_ids: z.array(z.int()).nullable(),
  created_at: Time,
  expires_at: Time,
});
export type Invitation = z.infer<typeof Invitation>;
export const Invitations = z.object({ invitations: z.array(Invitation) });

export const InvitationAnswer = z.object({
  invitation: Invitation,
  link: z.string().nullable().meta({
    description:
      "A path of this server, to be handed over where no mail went out; null where one did. It is told once.",
  }),
});

export const InvitationToken = z.object({ token: Token });

export const InvitedAnswer = z.object({
  organisation: z.string(),
  email: z.string(),
  full_name: z.string(),
  role: Role,
  has_account: z
    .boolean()
    .meta({ description: "Accept it signed in with this address, instead of with a new password" }),
});
export type InvitedAnswer = z.infer<typeof InvitedAnswer>;

export const AcceptBody = z.object({
  token: Token,
  full_name: PersonName.optional(),
  password: Password.optional().meta({ description: "For a new account" }),
});
