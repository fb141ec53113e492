import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../console/api/types.ts";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { RightsFields } from "./RightsFields.tsx";
import { changesOf, draftOf, newMemberOf } from "./staff-draft.ts";

interface Props {
  readonly tenant: string;
  /** Null: a new one. */
  readonly member: StaffMember | null;
  /** It is the person at the screen, who must not lock themselves out. */
  readonly own: boolean;
  readonly onDone: () => void;
}

const FIELDS = ["full_name", "email", "password", "role", "shop_ids"];

export function StaffForm({ tenant, member, own, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const form = useForm(() => draftOf(member));
  const { values } = form;
  const isNew = member === null;
  const bound = (field: "full_name" | "email" | "password") => ({
    value: values[field],
    onChange: form.set(field),
    error: saving.errorOf(field),
  });
  const send = async () => {
    const answer = await (isNew
      ? saving.save("POST", "/staff", newMemberOf(values))
      : saving.save("PATCH", `/staff/${member.id}`, changesOf(values, own)));
    if (answer !== null) onDone();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField label={t("staff.name")} {...bound("full_name")} required autoFocus />
      {isNew && <TextField label={t("staff.email")} {...bound("email")} type="email" required />}
      <TextField
        label={isNew ? t("staff.password") : t("staff.new-password")}
        {...bound("password")}
        type="password"
        autoComplete="new-password"
        hint={isNew ? t("staff.password-hint") : t("staff.new-password-hint")}
        required={isNew}
      />
      {!own && <RightsFields tenant={tenant} form={form} saving={saving} />}
      {!own && !isNew && (
        <CheckboxField
          label={t("staff.active")}
          hint={t("staff.active-hint")}
          checked={values.active}
          onChange={form.set("active")}
        />
      )}
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
