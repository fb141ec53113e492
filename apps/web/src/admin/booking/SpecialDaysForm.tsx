import type { StaffShop } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useSave } from "../shared/use-save.ts";
import { freeDay } from "./free-day.ts";
import { SpecialDayFields } from "./SpecialDayFields.tsx";

interface Props {
  readonly tenant: string;
  readonly shop: StaffShop;
}

/** Holidays and other days unlike their weekday, for walk-ins and bookings alike. */
export function SpecialDaysForm({ tenant, shop }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["special_days"]);
  const [days, setDays] = useState(shop.special_days);
  const error = saving.errorOf("special_days");
  const add = (): void => {
    const date = freeDay(shop.service_day, days);
    setDays([...days, { date, label: "", periods: [] }]);
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const kept = days.toSorted((a, b) => a.date.localeCompare(b.date));
        void saving.save("PATCH", `/shops/${shop.id}`, { special_days: kept });
      }}
    >
      {days.length === 0 && <p className="text-ink-soft">{t("special-days.none")}</p>}
      {days.map((day, index) => (
        <SpecialDayFields
          key={index}
          day={day}
          onChange={(changed) => setDays(days.map((each, at) => (at === index ? changed : each)))}
          onRemove={() => setDays(days.filter((_, at) => at !== index))}
        />
      ))}
      {error && (
        <p role="alert" className="font-medium text-bad">
          {error}
        </p>
      )}
      <Button className="self-start" onPress={add}>
        <Icon name="add" />
        {t("special-days.add")}
      </Button>
      <FormActions saving={saving} />
    </form>
  );
}
