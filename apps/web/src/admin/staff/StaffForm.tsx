import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../console/api/types.ts";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { RightsFields } from "./RightsFields.tsx";
import { changesOf, draftOf } from "./staff-draft.ts";

interface Props {
  readonly tenant: string;
  /** Null: a new one. */
  readonly member: StaffMember | null;
  /** It is the person at the screen, who must not lock themselves out. */
  readonly own: boolean;
  readonly onDone: () => void;
}

const FIELDS = ["full_name", "email", "password", "role"];

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
    const { full_name, email, password, role } = values;
    const answer = await (isNew
      ? saving.save("POST", "/staff", { full_name, email: email.trim(), password, role })
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
      {!own && <RightsFields form={form} saving={saving} isNew={isNew} />}
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
