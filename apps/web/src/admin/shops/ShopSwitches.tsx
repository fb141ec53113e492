import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import type { FormState } from "../shared/use-form.ts";
import type { ShopDraft } from "./shop-draft.ts";

export function ShopSwitches({ form }: { readonly form: FormState<ShopDraft> }) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <>
      <CheckboxField
        label={t("shop.new-counters")}
        hint={t("shop.new-counters-hint")}
        checked={values.new_counters_by_label}
        onChange={set("new_counters_by_label")}
      />
      <CheckboxField
        label={t("shop.public-names")}
        hint={t("shop.public-names-hint")}
        checked={values.public_names}
        onChange={set("public_names")}
      />
      <CheckboxField
        label={t("shop.phone-alone")}
        hint={t("shop.phone-alone-hint")}
        checked={values.phone_alone}
        onChange={set("phone_alone")}
      />
      <CheckboxField
        label={t("shop.publish-record")}
        hint={t("shop.publish-record-hint")}
        checked={values.publish_record}
        onChange={set("publish_record")}
      />
    </>
  );
}
