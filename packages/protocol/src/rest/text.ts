import { z } from "zod";

/** Control characters, lone surrogates, and the marks that reverse the text around them: none belongs into a name. */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

export function line(longest: number, what = "text") {
  return z
    .string()
    .trim()
    .min(1, `${what} must not be empty`)
    .max(longest, `${what} must have at most ${longest} characters`)
    .refine((value) => !UNPRINTABLE.test(value), `${what} must not have control characters`);
}

/** "" and null mean "none"; for settings, where an absent field means "as it is". */
export function clearable<Output>(schema: z.ZodType<Output, string>) {
  return z.union([z.literal("").transform(() => null), z.null(), schema]);
}

/** As `clearable`, and an absent field means "none" too. */
export function noneWhenBlank<Output>(schema: z.ZodType<Output, string>) {
  return clearable(schema)
    .optional()
    .transform((value) => value ?? null);
}

export const PersonName = line(120, "a name");

/** 7 to 15 digits, as people write them; no numbering-plan check. Kept as `+` and digits, or digits. */
export const Phone = z
  .string()
  .max(40)
  .transform((value) => value.replace(/[\s().\-\u00A0\u202F]/g, ""))
  .refine((value) => /^\+?\d{7,15}$/.test(value), "a phone number has 7 to 15 digits");

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("must be an e-mail address"));

export const Password = z.string().min(8, "a password has at least 8 characters").max(128);

/** Language tag of the interface or of a visitor: `fr`, `wo`, `en`, `en-US`. */
export const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, "must be a language like fr, wo or en");

/** A short name in addresses. */
export const Slug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/,
    "must be small letters, digits and single hyphens, at most 60",
  );

/** 0 ordinary, 1 priority, 2 urgent; the usual spellings are understood. */
export const PriorityInput = z
  .union([
    z.literal([0, 1, 2]),
    z.boolean().transform((value): 0 | 1 => (value ? 1 : 0)),
    z.enum(["ordinary", "normal", "priority", "urgent"]).transform((value): 0 | 1 | 2 => {
      if (value === "urgent") return 2;
      return value === "priority" ? 1 : 0;
    }),
  ])
  .meta({ description: "0 ordinary, 1 priority, 2 urgent" });

/** A counter's label; digits may come as a number. */
export const CounterLabel = z
  .union([line(40, "a counter"), z.int().min(0).max(999_999).transform(String)])
  .meta({ description: "The counter's label in this shop, as people write it" });

/** An http(s) address or a path of this server, and nothing that could end a quoted or bracketed value. */
export const WebAddress = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^(?:https?:\/\/[^\s"'()<>\\]+|\/(?!\/)[^\s"'()<>\\]*)$/i, "must be an http or https address");

/** `#rgb`, `#rrggbb`: nothing that a style could be smuggled through. */
export const Colour = z
  .string()
  .regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, "must be a colour like #0b5cad");
