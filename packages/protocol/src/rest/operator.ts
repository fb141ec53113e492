import { z } from "zod";
import { Email, line, Locale, PersonName, Slug } from "./text.ts";

/** What an operator of the server sees of an organisation: that it is there and how large, nobody in it. */
export const TenantOverview = z.object({
  slug: z.string(),
  name: z.string(),
  locale: z.string(),
  shops: z.int(),
  staff: z.int(),
  created_at: z.string(),
  suspended_at: z.string().nullable(),
});
export type TenantOverview = z.infer<typeof TenantOverview>;

export const TenantList = z.object({ tenants: z.array(TenantOverview) });
export const TenantAnswer = z.object({ tenant: TenantOverview });

export const FirstAdminBody = z.object({ admin_name: PersonName, admin_email: Email });

export const TenantBody = FirstAdminBody.extend({
  organisation: line(120, "the organisation's name"),
  slug: Slug.optional(),
  locale: Locale,
});

export const NewTenantAnswer = TenantAnswer.extend({
  invitation_url: z
    .string()
    .meta({ description: "For its first administrator; works once. It is shown here only" }),
});
