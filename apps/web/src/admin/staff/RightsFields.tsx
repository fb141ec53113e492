import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import { ShopScopeField } from "./ShopScopeField.tsx";
import { ROLES, type StaffDraft } from "./staff-draft.ts";

interface Props {
  readonly tenant: string;
  readonly form: FormState<StaffDraft>;
  readonly saving: Saving;
}

/** What somebody may do, and in which shops. */
export function RightsFields({ tenant, form, saving }: Props) {
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
      {values.role !== "admin" && (
        <ShopScopeField
          tenant={tenant}
          value={values.shop_ids}
          onChange={set("shop_ids")}
          error={saving.errorOf("shop_ids")}
        />
      )}
    </>
  );
}
