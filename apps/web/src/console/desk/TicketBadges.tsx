import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../i18n/format-time.ts";
import { isLanguage, LANGUAGE_NAMES } from "../../i18n/languages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useDesk } from "./desk-context.ts";

/** What an agent should know before calling. */
export function TicketBadges({ ticket }: { readonly ticket: StaffTicket }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  const {
    priority,
    present,
    placed_by_hand,
    party_size,
    locale,
    appointment_time: booked,
    wanted_name: wanted,
  } = ticket;
  const shown =
    priority > 0 ||
    present ||
    placed_by_hand ||
    party_size > 1 ||
    locale !== null ||
    booked !== null ||
    wanted !== null;
  if (!shown) return null;
  return (
    <p className="flex flex-wrap gap-1">
      {booked !== null && (
        <Badge tone="accent">
          <Icon name="calendar" className="size-3.5" />
          {t("badge.booked", {
            time: formatTime(Date.parse(booked), { timeZone: view.shop.self.time_zone }),
          })}
        </Badge>
      )}
      {wanted !== null && <Badge>{t("badge.wants", { name: wanted })}</Badge>}
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
