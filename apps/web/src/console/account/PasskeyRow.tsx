import { useTranslation } from "react-i18next";
import { EntityRow } from "../../admin/shared/EntityRow.tsx";
import { formatDate } from "../../i18n/format-date.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Passkey } from "./factors-query.ts";

interface Props {
  readonly passkey: Passkey;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

export function PasskeyRow({ passkey, onRename, onRemove }: Props) {
  const { t, i18n } = useTranslation("console");
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const day = (text: string): string => formatDate(Date.parse(text), language);
  const { name, synced, created_at: created, last_used_at: used } = passkey;
  return (
    <EntityRow
      title={name}
      facts={
        used === null
          ? t("passkey.unused", { day: day(created) })
          : t("passkey.used", { day: day(created), last: day(used) })
      }
      badges={synced && <Badge>{t("passkey.synced")}</Badge>}
    >
      <Button label={t("passkey.rename-of", { name })} onPress={onRename}>
        {t("passkey.rename")}
      </Button>
      <Button
        variant="quiet"
        className="!text-bad"
        label={t("passkey.remove-of", { name })}
        onPress={onRemove}
      >
        {t("passkey.remove")}
      </Button>
    </EntityRow>
  );
}
