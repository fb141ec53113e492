import { z } from "zod";

const ActorKind = z.enum(["staff", "operator", "device", "integration", "visitor", "system", "account"]);

const ShopNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a shop's id")
  .transform(Number);

/** What both the page and the download of the audit log can be narrowed to. The period is [from, to). */
export const AuditFilter = z.object({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** `staff:12`, `device:…`, or a kind alone: `visitor`. */
  actor: z
    .string()
    .regex(
      /^(?:staff|operator|device|integration|visitor|system|account)(?::[\w.-]{1,100})?$/,
      "must be like staff:12, or a kind alone",
    )
    .optional(),
  action: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, "must be an action like signed-in")
    .optional(),
  shop_id: ShopNumber.optional(),
  /** `audit`: the hash-chained log. `desk`: what happened in the shops, from their own logs. */
  source: z.enum(["audit", "desk"]).optional(),
});

export const AuditQuery = AuditFilter.extend({
  cursor: z.string().max(300).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be 1 to 200")
    .transform(Number)
    .pipe(z.int().max(200))
    .optional(),
});

export const AuditLine = z.object({
  id: z.string(),
  source: z.enum(["audit", "desk"]),
  at: z.iso.datetime(),
  actor: z.object({ kind: ActorKind, id: z.string().nullable(), name: z.string().nullable() }),
  action: z.string(),
  /** A reference like `staff:12`, `display:…`. */
  subject: z.string().nullable(),
  /** What people call it today: a member of staff's name, a ticket's number. */
  subject_name: z.string().nullable(),
  shop_id: z.int().nullable(),
  shop_name: z.string().nullable(),
  /** The network the request came from. */
  ip: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditLine = z.output<typeof AuditLine>;

export const AuditPage = z.object({ entries: z.array(AuditLine), next: z.string().nullable() });

export const VerificationQuery = z.object({
  /** Go on after this entry, verified before. */
  after: z
    .string()
    .regex(/^\d{1,15}$/, "must be an entry's number")
    .transform(Number)
    .optional(),
});

export const Verification = z.discriminatedUnion("state", [
  z.object({ state: z.literal("empty") }),
  z.object({ state: z.literal("intact"), from: z.int(), to: z.int(), hash: z.string() }),
  z.object({ state: z.literal("unfinished"), from: z.int(), to: z.int(), hash: z.string() }),
  z.object({
    state: z.literal("broken"),
    at: z.int(),
    why: z.enum(["missing", "unlinked", "altered", "cut-off"]),
  }),
]);
