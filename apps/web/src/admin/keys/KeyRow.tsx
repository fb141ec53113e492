import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../i18n/format-date.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useNow } from "../../ui/use-now.ts";
import { EntityRow } from "../shared/EntityRow.tsx";
import { useSave } from "../shared/use-save.ts";
import type { ApiKey } from "./keys-query.ts";

const LOOK_EVERY_MS = 60_000;

export function KeyRow({ tenant, apiKey }: { readonly tenant: string; readonly apiKey: ApiKey }) {
  const { t, i18n } = useTranslation("admin");
  const saving = useSave(tenant);
  const now = useNow(LOOK_EVERY_MS);
  const [asking, setAsking] = useState(false);
  const { name, role, prefix, shop_ids: shops, last_used_at, expires_at, revoked_at } = apiKey;
  const day = (iso: string): string =>
    formatDate(Date.parse(iso), isLanguage(i18n.language) ? i18n.language : "fr");
  const isOver = expires_at !== null && Date.parse(expires_at) <= now;
  const facts = [
    `${prefix}…`,
    t(`role.${role}`),
    shops === null ? null : t("keys.shops", { count: shops.length }),
    last_used_at === null ? t("keys.never-used") : t("keys.used", { day: day(last_used_at) }),
    expires_at === null ? null : t("keys.until", { day: day(expires_at) }),
  ];
  return (
    <EntityRow
      title={name}
      facts={facts.filter((fact) => fact !== null).join(" · ")}
      badges={
        <>
          {revoked_at !== null && <Badge tone="bad">{t("keys.revoked")}</Badge>}
          {revoked_at === null && isOver && <Badge tone="warn">{t("keys.over")}</Badge>}
        </>
      }
    >
      {revoked_at === null && (
        <Button
          variant="quiet"
          className="!text-bad"
          pending={saving.pending}
          label={t("keys.revoke-of", { name })}
          onPress={() => setAsking(true)}
        >
          {t("keys.revoke")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t("keys.revoke-title", { name })}
        text={t("keys.revoke-text")}
        confirm={t("keys.revoke")}
        onConfirm={() => void saving.save("DELETE", `/keys/${apiKey.id}`)}
        onClose={() => setAsking(false)}
      />
    </EntityRow>
  );
}
