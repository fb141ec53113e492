import { useTranslation } from "react-i18next";
import type { Role, StaffMember } from "../../console/api/types.ts";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";

const ROLES: readonly Role[] = ["agent", "manager", "admin"];
const FIELDS = ["full_name", "email", "password", "role", "active"];

interface Props {
  readonly tenant: string;
  /** Null: a new one. */
  readonly member: StaffMember | null;
  /** It is the person at the screen, who must not lock themselves out. */
  readonly own: boolean;
  readonly onDone: () => void;
}

export function StaffForm({ tenant, member, own, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const { values, set } = useForm({
    full_name: member?.full_name ?? "",
    email: member?.email ?? "",
    password: "",
    role: member?.role ?? "agent",
    active: member?.active ?? true,
  });
  const send = async () => {
    const { full_name, email, password, role, active } = values;
    const changes = { full_name, ...(own ? {} : { role, active }), ...(password === "" ? {} : { password }) };
    const answer = await (member === null
      ? saving.save("POST", "/staff", { full_name, email: email.trim(), password, role })
      : saving.save("PATCH", `/staff/${member.id}`, changes));
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
      <TextField label={t("staff.name")} value={values.full_name} onChange={set("full_name")} error={saving.errorOf("full_name")} required autoFocus />
      {member === null && <TextField label={t("staff.email")} type="email" value={values.email} onChange={set("email")} error={saving.errorOf("email")} required />}
      <TextField
        label={member === null ? t("staff.password") : t("staff.new-password")}
        type="password"
        autoComplete="new-password"
        value={values.password}
        onChange={set("password")}
        error={saving.errorOf("password")}
        hint={member === null ? t("staff.password-hint") : t("staff.new-password-hint")}
        required={member === null}
      />
      {!own && (
        <>
          <SelectField
            label={t("staff.role")}
            value={values.role}
            onChange={(value) => set("role")(ROLES.find((role) => role === value) ?? "agent")}
            choices={ROLES.map((role) => ({ value: role, text: t(`role.${role}`) }))}
            hint={t(`staff.role-${values.role}`)}
            error={saving.errorOf("role")}
          />
          {member !== null && <CheckboxField label={t("staff.active")} hint={t("staff.active-hint")} checked={values.active} onChange={set("active")} />}
        </>
      )}
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
