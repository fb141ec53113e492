import { z } from "zod";
import { line } from "./text.ts";

/** An administrator's rights are never a program's. */
const KeyRole = z.enum(["manager", "agent", "viewer"]);

export const ApiKeyBody = z.object({
  name: line(80, "a key's name"),
  role: KeyRole,
  shop_ids: z
    .array(z.int())
    .min(1)
    .max(500)
    .nullable()
    .optional()
    .meta({ description: "The shops that the key is limited to; null or absent: all" }),
  expires_at: z.iso
    .datetime({ offset: true })
    .nullable()
    .optional()
    .meta({ description: "In the future; null or absent: it holds until it is revoked" }),
});

export const ApiKeyOnWire = z.object({
  id: z.string(),
  name: z.string(),
  role: KeyRole,
  shop_ids: z.array(z.int()).nullable(),
  prefix: z.string().meta({ description: "How the key begins, to recognise it by" }),
  created_by: z.int().meta({ description: "A member of staff" }),
  created_at: z.string(),
  last_used_at: z.string().nullable().meta({ description: "To the minute" }),
  expires_at: z.string().nullable(),
  revoked_at: z.string().nullable(),
});
export type ApiKeyOnWire = z.infer<typeof ApiKeyOnWire>;

export const ApiKeyList = z.object({ keys: z.array(ApiKeyOnWire) });

export const NewApiKeyAnswer = z.object({
  key: ApiKeyOnWire,
  secret: z
    .string()
    .meta({ description: "The key itself, as `Authorization: Bearer cnk_…`; it is not shown again" }),
});

export const AccessTokenAnswer = z.object({
  access_token: z.string().meta({ description: "A signed token (JWT) for the `Authorization` header" }),
  token_type: z.literal("bearer"),
  expires_in: z.int().meta({ description: "Seconds" }),
});
