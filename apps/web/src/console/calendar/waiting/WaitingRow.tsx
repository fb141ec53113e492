import type { StaffWaitingEntry } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useRequest } from "../../api/use-request.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { FormError } from "../../shell/FormError.tsx";
import { useDayText } from "../time/use-day-text.ts";

interface Props {
  readonly entry: StaffWaitingEntry;
  readonly onRemoved: () => void;
}

export function WaitingRow({ entry, onRemoved }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  const { tenant, view } = useBookingDesk();
  const { send, pending, error } = useRequest();
  const timeZone = view.shop.self.time_zone;
  const name = entry.full_name ?? t("booking.no-name");
  const day = (date: string): string => `${text.weekday(date)} ${text.dayOfMonth(date)}`;
  const days = entry.from === entry.until ? day(entry.from) : `${day(entry.from)} – ${day(entry.until)}`;
  const between =
    entry.from_time === null && entry.until_time === null
      ? null
      : `${entry.from_time ?? "00:00"}–${entry.until_time ?? "24:00"}`;
  const facts = [entry.service_name, entry.provider_name ?? t("booking.anyone"), days, between];
  const remove = async (): Promise<void> => {
    if ((await send("DELETE", `/tenants/${tenant}/waiting-list/${entry.id}`)) !== undefined) onRemoved();
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2" data-waiting={entry.id}>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-base font-semibold">
          {name}
          {entry.offer !== null && (
            <Badge tone="accent">
              {t("waiting.offered", {
                time: formatTime(Date.parse(entry.offer.appointment_time), { timeZone }),
                until: formatTime(Date.parse(entry.offer.until), { timeZone }),
              })}
            </Badge>
          )}
        </p>
        <p className="text-sm text-ink-soft">{facts.filter(Boolean).join(" · ")}</p>
        <p className="text-sm">{[entry.phone_number, entry.email].filter(Boolean).join(" · ")}</p>
        <FormError text={error} />
      </div>
      <Button
        variant="quiet"
        className="!text-bad"
        label={t("waiting.remove-of", { name })}
        pending={pending}
        onPress={() => void remove()}
      >
        {t("waiting.remove")}
      </Button>
    </li>
  );
}
