import { z } from "zod";
import { Email, line, Locale, Password, PersonName, Slug } from "./text.ts";

export const Role = z.enum(["admin", "manager", "agent", "viewer"]);

export const User = z.object({
  id: z.string(),
  staff_id: z.int(),
  email: z.string(),
  full_name: z.string(),
  role: Role,
  is_operator: z.boolean().meta({ description: "Runs the whole server" }),
  second_factor_required: z
    .boolean()
    .meta({ description: "An organisation gives this account nothing before it has a second factor" }),
  tenant: z.object({ slug: z.string(), name: z.string(), locale: z.string() }),
  tenants: z.array(z.object({ slug: z.string(), name: z.string(), role: Role })),
});
export type User = z.infer<typeof User>;

/** Length limits only: whether it is right is not for the form of it to say. */
export const LoginBody = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(1_000),
});

export const LoginAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal("bearer"),
  expires_in: z.int().meta({ description: "Seconds" }),
  user: User,
});
export type LoginAnswer = z.infer<typeof LoginAnswer>;

export const MeAnswer = z.object({ user: User });

/** An absent body is one without a path. */
export const SocketTicketBody = z
  .object({
    path: z
      .string()
      .max(200)
      .optional()
      .meta({ description: "The socket it is for, such as `/ws/v1`; without it, any" }),
  })
  .nullish();

export const SocketTicketAnswer = z.object({
  ticket: z.string().meta({ description: "Works once, as `?ticket=` of a socket's address" }),
  expires_in: z.int(),
});

export const SetupNeeded = z.object({ needed: z.boolean() });

export const SetupBody = z.object({
  code: z.string().max(200),
  organisation: line(120, "the organisation's name"),
  slug: Slug.optional(),
  locale: Locale,
  name: PersonName,
  email: Email,
  password: Password,
});
