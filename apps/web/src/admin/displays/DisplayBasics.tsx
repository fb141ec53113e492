import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { DisplayAudience } from "./DisplayAudience.tsx";
import { DISPLAY_LAYOUTS, DISPLAY_TYPES } from "./display-draft.ts";
import type { DisplayPart } from "./display-part.ts";

export function DisplayBasics({ form, saving }: DisplayPart) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("displays.name")}
          value={values.name}
          onChange={set("name")}
          error={saving.errorOf("name")}
          required
          autoFocus
        />
        <TextField
          label={t("displays.every")}
          type="number"
          min={2}
          max={3600}
          value={values.refresh}
          onChange={set("refresh")}
          error={saving.errorOf("auto_refresh_seconds")}
          hint={t("displays.every-hint")}
          required
        />
        <SelectField
          label={t("displays.type")}
          value={values.type}
          onChange={set("type")}
          error={saving.errorOf("type")}
          choices={DISPLAY_TYPES.map((each) => ({ value: each, text: t(`display-type.${each}`) }))}
        />
        <SelectField
          label={t("displays.layout")}
          value={values.layout}
          onChange={set("layout")}
          error={saving.errorOf("layout")}
          choices={DISPLAY_LAYOUTS.map((each) => ({ value: each, text: t(`display-layout.${each}`) }))}
        />
      </div>
      <DisplayAudience form={form} saving={saving} />
    </>
  );
}
