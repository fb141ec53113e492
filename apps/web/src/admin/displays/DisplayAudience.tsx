import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { BOARD_NAMES } from "./display-draft.ts";
import type { DisplayPart } from "./display-part.ts";

/** Whether a display shows at all, to whom, and how much of visitors' names. */
export function DisplayAudience({ form, saving }: DisplayPart) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <>
      <CheckboxField
        label={t("displays.active")}
        hint={t("displays.active-hint")}
        checked={values.active}
        onChange={set("active")}
      />
      <CheckboxField
        label={t("displays.public")}
        hint={t("displays.public-hint")}
        checked={values.public}
        onChange={set("public")}
      />
      <CheckboxField
        label={t("displays.waits")}
        hint={t("displays.waits-hint")}
        checked={values.show_waits}
        onChange={set("show_waits")}
      />
      <SelectField
        label={t("displays.names")}
        hint={t("displays.names-hint")}
        value={values.visitor_names}
        onChange={set("visitor_names")}
        error={saving.errorOf("visitor_names")}
        choices={BOARD_NAMES.map((each) => ({ value: each, text: t(`board-names.${each}`) }))}
      />
    </>
  );
}
