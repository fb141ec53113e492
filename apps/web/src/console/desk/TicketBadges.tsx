import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { isLanguage, LANGUAGE_NAMES } from "../../i18n/languages.ts";
import { Badge } from "../../ui/Badge.tsx";

/** What an agent should know before calling. */
export function TicketBadges({ ticket }: { readonly ticket: StaffTicket }) {
  const { t } = useTranslation("console");
  const { priority, present, placed_by_hand, party_size, locale } = ticket;
  const shown = priority > 0 || present || placed_by_hand || party_size > 1 || locale !== null;
  if (!shown) return null;
  return (
    <p className="flex flex-wrap gap-1">
      {priority === 2 && <Badge tone="bad">{t("badge.urgent")}</Badge>}
      {priority === 1 && <Badge tone="warn">{t("badge.priority")}</Badge>}
      {present && <Badge tone="good">{t("badge.present")}</Badge>}
      {placed_by_hand && <Badge tone="accent">{t("badge.by-hand")}</Badge>}
      {party_size > 1 && <Badge>{t("badge.party", { count: party_size })}</Badge>}
      {locale !== null && (
        <Badge>
          <abbr className="no-underline" title={isLanguage(locale) ? LANGUAGE_NAMES[locale] : locale}>
            {locale.slice(0, 2).toUpperCase()}
          </abbr>
        </Badge>
      )}
    </p>
  );
}
