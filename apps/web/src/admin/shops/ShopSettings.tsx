import { useTranslation } from "react-i18next";
import { JoinCode } from "../../console/shell/JoinCode.tsx";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { LocaleField } from "./LocaleField.tsx";
import { clockOf, minutesOf } from "./minutes-of-day.ts";
import { TimeZoneField } from "./TimeZoneField.tsx";

const FIELDS = ["name", "address", "time_zone", "locale", "grace_minutes", "day_turns_at_minutes"];

export function ShopSettings({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const shop = view.shop.self;
  const saving = useSave(tenant, FIELDS);
  const { values, set } = useForm(() => ({
    name: shop.name,
    address: shop.address,
    time_zone: shop.time_zone,
    locale: shop.locale,
    grace: String(shop.grace_minutes),
    turns: clockOf(shop.day_turns_at_minutes),
    new_counters_by_label: shop.new_counters_by_label,
    public_names: shop.public_names,
    phone_alone: shop.phone_alone,
  }));
  const { grace, turns, ...plain } = values;
  return (
    <>
      <Section title={t("tab.settings")}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void saving.save("PATCH", `/shops/${shop.id}`, { ...plain, grace_minutes: Number(grace), day_turns_at_minutes: minutesOf(turns) });
          }}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label={t("shop.name")} value={values.name} onChange={set("name")} error={saving.errorOf("name")} required />
            <TextField label={t("shop.address")} value={values.address} onChange={set("address")} error={saving.errorOf("address")} />
            <TimeZoneField value={values.time_zone} onChange={set("time_zone")} error={saving.errorOf("time_zone")} />
            <LocaleField value={values.locale} onChange={set("locale")} error={saving.errorOf("locale")} />
            <TextField label={t("shop.grace")} type="number" min={0} max={240} value={grace} onChange={set("grace")} hint={t("shop.grace-hint")} error={saving.errorOf("grace_minutes")} required />
            <TextField label={t("shop.day-turns")} type="time" value={turns} onChange={set("turns")} hint={t("shop.day-turns-hint")} error={saving.errorOf("day_turns_at_minutes")} required />
          </div>
          <CheckboxField label={t("shop.new-counters")} hint={t("shop.new-counters-hint")} checked={values.new_counters_by_label} onChange={set("new_counters_by_label")} />
          <CheckboxField label={t("shop.public-names")} hint={t("shop.public-names-hint")} checked={values.public_names} onChange={set("public_names")} />
          <CheckboxField label={t("shop.phone-alone")} hint={t("shop.phone-alone-hint")} checked={values.phone_alone} onChange={set("phone_alone")} />
          <FormActions saving={saving} />
        </form>
      </Section>
      <Section title={t("shop.join")}>
        <JoinCode shopSlug={shop.slug} shopName={shop.name} />
      </Section>
    </>
  );
}
