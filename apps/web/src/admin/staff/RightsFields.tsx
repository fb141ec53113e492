import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import { ROLES, type StaffDraft } from "./staff-draft.ts";

interface Props {
  readonly form: FormState<StaffDraft>;
  readonly saving: Saving;
  readonly isNew: boolean;
}

export function RightsFields({ form, saving, isNew }: Props) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  return (
    <>
      <SelectField
        label={t("staff.role")}
        value={values.role}
        onChange={(value) => set("role")(ROLES.find((role) => role === value) ?? "agent")}
        choices={ROLES.map((role) => ({ value: role, text: t(`role.${role}`) }))}
        hint={t(`staff.role-${values.role}`)}
        error={saving.errorOf("role")}
      />
      {!isNew && (
        <CheckboxField
          label={t("staff.active")}
          hint={t("staff.active-hint")}
          checked={values.active}
          onChange={set("active")}
        />
      )}
    </>
  );
}
