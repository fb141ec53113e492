import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { PLACE_LINK_STYLE } from "./place-link-style.ts";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
}

/** From the queues to the calendar. */
export function CalendarLink({ tenant, shopId }: Props) {
  const { t } = useTranslation("console");
  return (
    <Link
      to="/console/$tenant/$shopId/calendar"
      params={{ tenant, shopId: String(shopId) }}
      className={PLACE_LINK_STYLE}
    >
      <Icon name="calendar" />
      <span className="max-md:sr-only">{t("calendar.title")}</span>
    </Link>
  );
}
