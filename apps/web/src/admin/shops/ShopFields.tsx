import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { LocaleField } from "./LocaleField.tsx";
import type { ShopFormPart } from "./shop-form-part.ts";
import { TimeZoneField } from "./TimeZoneField.tsx";

export function ShopFields({ form, saving }: ShopFormPart) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  const bound = (field: "name" | "address" | "time_zone" | "locale") => ({
    value: values[field],
    onChange: set(field),
    error: saving.errorOf(field),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label={t("shop.name")} {...bound("name")} required />
      <TextField label={t("shop.address")} {...bound("address")} />
      <TimeZoneField {...bound("time_zone")} />
      <LocaleField label={t("shop.locale")} {...bound("locale")} />
      <TextField
        label={t("shop.grace")}
        type="number"
        min={0}
        max={1440}
        value={values.grace}
        onChange={set("grace")}
        hint={t("shop.grace-hint")}
        error={saving.errorOf("grace_minutes")}
        required
      />
      <TextField
        label={t("shop.day-turns")}
        type="time"
        value={values.turns}
        onChange={set("turns")}
        hint={t("shop.day-turns-hint")}
        error={saving.errorOf("day_turns_at_minutes")}
        required
      />
    </div>
  );
}
