import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { MessageKind } from "./message-kind.ts";
import type { MessageLocale } from "./message-locale.ts";
import { type MessageSettings, USUAL_MESSAGE_SETTINGS } from "./message-settings.ts";
import type { MessageTexts } from "./texts/message-texts.ts";
import { USUAL_TEXTS } from "./texts/usual-texts.ts";

export interface OwnTexts {
  readonly kind: MessageKind;
  readonly locale: MessageLocale;
  readonly texts: MessageTexts;
}

/** What each organisation chose for its messages; where it chose nothing, the usual. */
export interface Choices {
  settings(tenantId: number): Promise<MessageSettings>;
  setSettings(tenantId: number, settings: MessageSettings): Promise<void>;
  texts(tenantId: number, kind: MessageKind, locale: MessageLocale): Promise<MessageTexts>;
  ownTexts(tenantId: number): Promise<readonly OwnTexts[]>;
  setTexts(tenantId: number, own: OwnTexts): Promise<void>;
  /** The usual ones again. */
  dropTexts(tenantId: number, kind: MessageKind, locale: MessageLocale): Promise<void>;
}

export function createChoices(db: Kysely<Database>): Choices {
  return { ...settingsChoices(db), ...textChoices(db) };
}

function settingsChoices(db: Kysely<Database>): Pick<Choices, "settings" | "setSettings"> {
  return {
    settings: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const row = await trx
          .selectFrom("message_settings")
          .select("body")
          .where("tenant_id", "=", tenantId)
          .executeTakeFirst();
        if (row === undefined) return USUAL_MESSAGE_SETTINGS;
        const ways = { ...USUAL_MESSAGE_SETTINGS.ways, ...row.body.ways };
        return { ...USUAL_MESSAGE_SETTINGS, ...row.body, ways };
      }),
    setSettings: (tenantId, settings) =>
      inTenant(db, tenantId, async (trx) => {
        const body = JSON.stringify(settings);
        await trx
          .insertInto("message_settings")
          .values({ tenant_id: tenantId, body })
          .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet({ body }))
          .execute();
      }),
  };
}

function textChoices(db: Kysely<Database>): Omit<Choices, "settings" | "setSettings"> {
  return {
    texts: (tenantId, kind, locale) =>
      inTenant(db, tenantId, async (trx) => {
        const row = await trx
          .selectFrom("message_templates")
          .select("body")
          .where("tenant_id", "=", tenantId)
          .where("kind", "=", kind)
          .where("locale", "=", locale)
          .executeTakeFirst();
        return row?.body ?? USUAL_TEXTS[locale][kind];
      }),
    ownTexts: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const rows = await trx
          .selectFrom("message_templates")
          .select(["kind", "locale", "body as texts"])
          .where("tenant_id", "=", tenantId)
          .execute();
        return rows;
      }),
    setTexts: (tenantId, { kind, locale, texts }) =>
      inTenant(db, tenantId, async (trx) => {
        const body = JSON.stringify(texts);
        await trx
          .insertInto("message_templates")
          .values({ tenant_id: tenantId, kind, locale, body })
          .onConflict((conflict) => conflict.columns(["tenant_id", "kind", "locale"]).doUpdateSet({ body }))
          .execute();
      }),
    dropTexts: (tenantId, kind, locale) =>
      inTenant(db, tenantId, async (trx) => {
        await trx
          .deleteFrom("message_templates")
          .where("tenant_id", "=", tenantId)
          .where("kind", "=", kind)
          .where("locale", "=", locale)
          .execute();
      }),
  };
}
