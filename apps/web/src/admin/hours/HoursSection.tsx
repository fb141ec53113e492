import type { StaffShop } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { useSave } from "../shared/use-save.ts";
import { DayHours } from "./DayHours.tsx";
import { WEEKDAYS } from "./weekdays.ts";

export type OpeningHours = StaffShop["opening_hours"];

export function HoursSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const shop = view.shop.self;
  const saving = useSave(tenant, ["opening_hours"]);
  const [hours, setHours] = useState<OpeningHours>(shop.opening_hours);
  const error = saving.errorOf("opening_hours");
  return (
    <Section title={t("tab.hours")} text={t("hours.text", { zone: shop.time_zone })}>
      <form
        className="flex flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          void saving.save("PATCH", `/shops/${shop.id}`, { opening_hours: hours });
        }}
      >
        {WEEKDAYS.map((day) => (
          <DayHours
            key={day}
            day={day}
            periods={hours[day]}
            onChange={(periods) => setHours({ ...hours, [day]: periods })}
          />
        ))}
        <Button
          variant="quiet"
          className="mt-3 self-start"
          onPress={() =>
            setHours({
              ...hours,
              tuesday: hours.monday,
              wednesday: hours.monday,
              thursday: hours.monday,
              friday: hours.monday,
            })
          }
        >
          {t("hours.copy")}
        </Button>
        {error && (
          <p role="alert" className="mt-2 font-medium text-bad">
            {error}
          </p>
        )}
        <FormActions saving={saving} />
      </form>
    </Section>
  );
}
