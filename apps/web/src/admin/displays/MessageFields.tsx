import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { DisplayPart } from "./display-part.ts";

export function MessageFields({ form, saving }: DisplayPart) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">{t("messages.title")}</legend>
      <TextField
        label={t("messages.first")}
        value={values.custom_message}
        onChange={set("custom_message")}
        error={saving.errorOf("custom_message")}
      />
      <TextField
        label={t("messages.second")}
        value={values.secondary_message}
        onChange={set("secondary_message")}
        error={saving.errorOf("secondary_message")}
      />
      <SelectField
        label={t("messages.position")}
        value={values.message_position}
        onChange={set("message_position")}
        error={saving.errorOf("message_position")}
        choices={[
          { value: "bottom", text: t("messages.bottom") },
          { value: "top", text: t("messages.top") },
        ]}
      />
    </fieldset>
  );
}
