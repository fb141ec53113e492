import type { CallnextClient } from "@callnext/client";
import type { BookingPage } from "@callnext/protocol";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { useSlotsWords } from "../slots/catalogue.ts";
import { SlotPicker } from "../slots/slot-picker.tsx";
import { useBookWords } from "./catalogue.ts";
import type { TitleRef } from "./choice-list.tsx";
import { problemKey } from "./problem-key.ts";
import type { DayKey } from "../slots/zoned-day.ts";
import type { Hold } from "./use-hold.ts";

interface Props {
  readonly client: CallnextClient;
  readonly page: BookingPage;
  readonly serviceId: number;
  /** Null: anyone. */
  readonly providerId: string | null;
  readonly hold: Hold;
  readonly titleRef: TitleRef;
  /** The day that was looked at before, for the same wish. */
  readonly near: DayKey | null;
  readonly onDay: (day: DayKey) => void;
  /** None of the times suits. */
  readonly onWait: () => void;
}

/** The time that is picked is kept at once, before the visitor writes a word. */
export function TimeStep({
  client,
  page,
  serviceId,
  providerId,
  hold,
  titleRef,
  near,
  onDay,
  onWait,
}: Props) {
  const t = useBookWords();
  const slots = useSlotsWords();
  const { language } = useLanguage();
  return (
    <section className="step">
      <h2 ref={titleRef} tabIndex={-1}>
        {slots("title")}
      </h2>
      <div aria-live="assertive" className="live">
        {hold.busy ? <p className="only-spoken">{t("keeping")}</p> : null}
        {hold.refused === null ? null : (
          <p className="notice notice-bad" data-testid="book-problem">
            {t(problemKey(hold.refused))}
          </p>
        )}
      </div>
      <SlotPicker
        key={`${serviceId}/${providerId ?? ""}`}
        client={client}
        wish={{ shopSlug: page.shop.slug, serviceId, providerId }}
        place={{
          timeZone: page.shop.time_zone,
          today: page.today,
          horizonDays: page.rules.horizon_days,
          specialDays: page.special_days,
        }}
        busy={hold.busy}
        near={near}
        onPick={({ start }, day) => {
          onDay(day);
          void hold.take({
            service_id: serviceId,
            provider_id: providerId,
            appointment_time: start,
            locale: language,
          });
        }}
      />
      <div className="card wait-offer">
        <p>{t("wait.offer")}</p>
        <button type="button" className="button" data-testid="wait" onClick={onWait}>
          {t("wait.ask")}
        </button>
      </div>
    </section>
  );
}
