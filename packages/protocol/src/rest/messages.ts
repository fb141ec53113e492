import { z } from "zod";
import { Email, line } from "./text.ts";

/** What a message to a visitor can be about. */
export const MESSAGE_KINDS = [
  "appointment-confirmed",
  "appointment-changed",
  "appointment-cancelled",
  "appointment-reminder",
  "appointment-late",
  "appointment-offer",
  "ticket-near",
  "ticket-called",
  "code",
] as const;

export const MESSAGE_LOCALES = ["fr", "en", "wo"] as const;

const Kind = z.enum(MESSAGE_KINDS);
const PlannedKind = z.enum(MESSAGE_KINDS).exclude(["code"]);
const MessageLocale = z.enum(MESSAGE_LOCALES);

// ---- What an organisation chooses -----------------------------------------------------------------------------

const Ways = z.object({
  mail: z.boolean(),
  push: z.boolean().meta({ description: "To the browsers that the visitor asked for it" }),
  sms: z
    .enum(["always", "if-nothing-else", "never"])
    .meta({ description: "`if-nothing-else`: where neither mail nor a browser reaches the visitor" }),
});

/** Money has at most four decimals. */
const Money = z
  .number()
  .min(0)
  .max(100_000_000)
  .transform((value) => Math.round(value * 10_000) / 10_000);

export const MessageSettingsOnWire = z.object({
  reminder_minutes: z
    .array(z.int())
    .meta({ description: "How long before an appointment its visitor is reminded, each time" }),
  ways: z.record(PlannedKind, Ways),
  sms_price: z.number().meta({ description: "Of one SMS part, in `currency`" }),
  monthly_cap: z
    .number()
    .nullable()
    .meta({ description: "What SMS may cost in a calendar month (UTC); null: no limit" }),
  currency: z.string(),
});
export type MessageSettingsOnWire = z.infer<typeof MessageSettingsOnWire>;

export const MessageSettingsPatch = z
  .object({
    reminder_minutes: z
      .array(z.int().min(5).max(20_160))
      .max(4)
      .transform((minutes) => [...new Set(minutes)].toSorted((a, b) => b - a)),
    ways: z.partialRecord(PlannedKind, Ways),
    sms_price: Money,
    monthly_cap: Money.nullable(),
    currency: z.union([z.literal(""), line(8, "a currency")]),
  })
  .partial();

const Subject = line(150, "a subject");

/** Line breaks are kept. */
function text(longest: number, what: string) {
  return z
    .string()
    .trim()
    .min(1, `${what} must not be empty`)
    .max(longest, `${what} must have at most ${longest} characters`)
    .transform((value) => value.replaceAll("\r\n", "\n"))
    .refine(
      (value) => !/[\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(value),
      `${what} must be plain text`,
    )
    .refine((value) => !/\p{Cc}/u.test(value.replaceAll("\n", "")), `${what} must be plain text`);
}

const texts = {
  subject: Subject.meta({ description: "Of a mail, and the title of a notification" }),
  body: text(3_000, "the mail").meta({ description: "The mail, plain text" }),
  short: text(400, "the short text").meta({ description: "By SMS and as a notification" }),
};

export const MessageTextsBody = z.object({ kind: Kind, locale: MessageLocale, ...texts });
export type MessageTexts = z.infer<typeof MessageTextsBody>;
export const MessageTextsChoice = z.object({ kind: Kind, locale: MessageLocale });

export const MessageTextsOnWire = z.object({
  kind: Kind,
  locale: MessageLocale,
  subject: z.string(),
  body: z.string(),
  short: z.string(),
  own: z.boolean().meta({ description: "The organisation's own words; else the usual ones" }),
});
export type MessageTextsOnWire = z.infer<typeof MessageTextsOnWire>;

export const MessagePreview = z.object({
  subject: z.string(),
  body: z.string(),
  short: z.string(),
  sms_parts: z
    .int()
    .meta({ description: "In how many parts the short text leaves by SMS, each of which is paid for" }),
});

export type Preview = z.infer<typeof MessagePreview>;

// ---- By whom SMS leave ------------------------------------------------------------------------------------------

const SmsHeaders = z
  .record(z.string().max(60), z.string().max(500))
  .refine((headers) => Object.keys(headers).length <= 10, "must be at most 10");

export const SmsProviderOnWire = z.object({
  name: z.string(),
  url: z.string(),
  format: z.enum(["json", "form"]),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  from: z.string(),
  country: z.string(),
  has_secret: z.boolean(),
});
export type SmsProviderOnWire = z.infer<typeof SmsProviderOnWire>;

export const SmsProviderBody = z.object({
  name: line(60, "a name"),
  url: z.string().trim().max(500).meta({ description: "https, on the public internet" }),
  format: z.enum(["json", "form"]),
  headers: SmsHeaders.meta({ description: "`{secret}` and `{secret64}` (in base64) are filled in" }),
  body: z.string().trim().min(1).max(2_000).meta({
    description:
      "JSON, or `field=value&…`; `{to}`, `{to_digits}`, `{text}`, `{from}`, `{secret}` and `{secret64}` are filled in",
  }),
  from: z.union([z.literal(""), line(40, "a sender")]),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be a country's two letters, like SN")
    .meta({ description: "What numbers typed without a country are taken for" }),
  secret: z
    .string()
    .max(500)
    .nullish()
    .meta({ description: "Kept sealed and shown to nobody. Absent: as it is; null: none" }),
});

export const SmsPresetOnWire = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  format: z.enum(["json", "form"]),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  secret_is: z.string().meta({ description: "What the secret is, in the provider's words" }),
});
export type SmsPresetOnWire = z.infer<typeof SmsPresetOnWire>;

export const MessagesAnswer = z.object({
  settings: MessageSettingsOnWire,
  texts: z.array(MessageTextsOnWire),
  placeholders: z
    .record(Kind, z.array(z.string()))
    .meta({ description: "What the texts of each kind may name in braces" }),
  mail: z.object({ available: z.boolean() }),
  sms: SmsProviderOnWire.nullable(),
  sms_presets: z.array(SmsPresetOnWire),
  spent_this_month: z.number(),
});
export type MessagesAnswer = z.infer<typeof MessagesAnswer>;

export const MessageTestBody = z.discriminatedUnion("channel", [
  z.object({ channel: z.literal("mail"), to: Email }),
  z.object({ channel: z.literal("sms"), to: z.string().trim().min(1).max(40) }),
]);

export type MessageTest = z.infer<typeof MessageTestBody>;

const Reason = z
  .string()
  .nullable()
  .meta({ description: "Why it was skipped, or failed: `no-provider`, `moved`, `too-late`, …" });

export const MessageTestAnswer = z.object({
  outcome: z.enum(["sent", "skipped", "failed"]),
  reason: Reason,
});

// ---- What was sent ------------------------------------------------------------------------------------------------

export const MESSAGE_STATUSES = ["planned", "sending", "sent", "failed", "skipped"] as const;

export const MessageLogQuery = z.object({
  shop_id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be a shop's id")
    .transform(Number)
    .optional(),
  status: z.enum(MESSAGE_STATUSES).optional(),
  appointment_id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be an appointment's id")
    .transform(Number)
    .optional(),
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be 1 to 200")
    .transform(Number)
    .pipe(z.int().max(200))
    .optional(),
});

export const MessageOnWire = z.object({
  id: z.string(),
  shop_id: z.int(),
  kind: Kind,
  channel: z.enum(["mail", "sms", "push"]).nullable().meta({ description: "Null: not chosen yet, or none" }),
  status: z.enum(MESSAGE_STATUSES),
  reason: Reason,
  appointment_id: z.int().nullable(),
  ticket_id: z.string().nullable(),
  attempts: z.int(),
  cost: z.number(),
  due_at: z.string(),
  valid_until: z.string().meta({ description: "From then on it is not sent" }),
  updated_at: z.string(),
});
export type MessageOnWire = z.infer<typeof MessageOnWire>;

/** Newest first; references only. */
export const MessageLogAnswer = z.object({
  messages: z.array(MessageOnWire),
  next: z.string().nullable().meta({ description: "The `cursor` of the next page" }),
});
export type MessageLogAnswer = z.infer<typeof MessageLogAnswer>;

// ---- Browsers -------------------------------------------------------------------------------------------------------

export const PushKeyAnswer = z.object({
  public_key: z.string().meta({ description: "The `applicationServerKey` to subscribe with" }),
});

/** `PushSubscription.toJSON()` */
export const PushBody = z.object({
  endpoint: z.string().max(1_000),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});

export const PushEndBody = z.object({ endpoint: z.string().max(1_000) });
