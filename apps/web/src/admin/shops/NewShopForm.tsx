import type { StaffShop } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { LocaleField } from "./LocaleField.tsx";
import { ownTimeZone } from "./time-zones.ts";
import { TimeZoneField } from "./TimeZoneField.tsx";

interface Props {
  readonly tenant: string;
  readonly onMade: (shop: StaffShop) => void;
  readonly onCancel?: () => void;
}

const FIELDS = ["name", "address", "time_zone", "locale"];

/** What a shop cannot do without; the rest has sensible values to begin with. */
export function NewShopForm({ tenant, onMade, onCancel }: Props) {
  const { t, i18n } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const { values, set } = useForm(() => ({
    name: "",
    address: "",
    time_zone: ownTimeZone(),
    locale: i18n.language,
  }));
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void saving
          .save<{ shop: StaffShop }>("POST", "/shops", values)
          .then((answer) => answer && onMade(answer.shop));
      }}
    >
      <TextField
        label={t("shop.name")}
        value={values.name}
        onChange={set("name")}
        error={saving.errorOf("name")}
        required
        autoFocus
      />
      <TextField
        label={t("shop.address")}
        value={values.address}
        onChange={set("address")}
        error={saving.errorOf("address")}
      />
      <TimeZoneField
        value={values.time_zone}
        onChange={set("time_zone")}
        error={saving.errorOf("time_zone")}
      />
      <LocaleField
        label={t("shop.locale")}
        value={values.locale}
        onChange={set("locale")}
        error={saving.errorOf("locale")}
      />
      <FormActions saving={saving} {...(onCancel === undefined ? {} : { onCancel })} />
    </form>
  );
}
