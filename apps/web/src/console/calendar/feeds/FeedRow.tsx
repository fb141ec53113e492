import type { CalendarFeedOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../../i18n/format-date.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { useRequest } from "../../api/use-request.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { FormError } from "../../shell/FormError.tsx";

interface Props {
  readonly feed: CalendarFeedOnWire;
  readonly onEnded: () => void;
}

export function FeedRow({ feed, onEnded }: Props) {
  const { t, i18n } = useTranslation("console");
  const { tenant, shopId } = useBookingDesk();
  const { send, pending, error } = useRequest();
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const read =
    feed.last_read_at === null
      ? t("feeds.never-read")
      : t("feeds.last-read", { day: formatDate(Date.parse(feed.last_read_at), language) });
  const end = async (): Promise<void> => {
    const path = `/tenants/${tenant}/shops/${shopId}/calendar-feeds/${feed.id}`;
    if ((await send("DELETE", path)) !== undefined) onEnded();
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2" data-feed={feed.id}>
      <div>
        <p className="text-base font-semibold">{feed.name}</p>
        <p className="text-sm text-ink-soft">
          {feed.provider_name ?? t("calendar.everybody")} · {read}
        </p>
        <FormError text={error} />
      </div>
      <Button
        variant="quiet"
        className="!text-bad"
        label={t("feeds.end-of", { name: feed.name })}
        pending={pending}
        onPress={() => void end()}
      >
        {t("feeds.end")}
      </Button>
    </li>
  );
}
