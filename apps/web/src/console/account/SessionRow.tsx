import { useTranslation } from "react-i18next";
import { EntityRow } from "../../admin/shared/EntityRow.tsx";
import { formatDate } from "../../i18n/format-date.ts";
import { formatTime } from "../../i18n/format-time.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import type { OwnSession } from "./own-sessions-query.ts";

interface Props {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

export function SessionRow({ session, onEnd }: Props) {
  const { t, i18n } = useTranslation("console");
  const { browser, system, ip, current } = session;
  const name = [browser, system].filter((part) => part !== null).join(" · ") || t("account.some-program");
  const seen = new Date(session.last_seen_at);
  const at = `${formatDate(seen, isLanguage(i18n.language) ? i18n.language : "fr")} ${formatTime(seen.getTime())}`;
  return (
    <EntityRow
      title={name}
      facts={[ip, t("account.last-seen", { at })].filter((part) => part !== null).join(" · ")}
      badges={current && <Badge tone="good">{t("account.this-device")}</Badge>}
    >
      {!current && (
        <Button label={t("account.end-of", { name })} onPress={onEnd}>
          {t("user.sign-out")}
        </Button>
      )}
    </EntityRow>
  );
}
