import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { ShownOnce } from "../shared/ShownOnce.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { ShopScopeField } from "../staff/ShopScopeField.tsx";
import { expiryAfter, LIVES } from "./key-life.ts";
import { KEY_ROLES, type KeyRole } from "./keys-query.ts";

const FIELDS = ["name", "role", "shop_ids", "expires_at"];
const NEW = {
  name: "",
  role: "agent" as KeyRole,
  shop_ids: null as readonly number[] | null,
  life: "year",
};

/** Makes a key, and then shows it, this once. */
export function KeyForm({ tenant, onDone }: { readonly tenant: string; readonly onDone: () => void }) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const { values, set } = useForm(NEW);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) return <NewKey secret={secret} onDone={onDone} />;
  const send = async (): Promise<void> => {
    const { name, role, shop_ids, life } = values;
    const body = { name, role, shop_ids, expires_at: expiryAfter(life, Date.now()) };
    const answer = await saving.save<{ secret: string }>("POST", "/keys", body);
    if (answer !== null) setSecret(answer.secret);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t("keys.name")}
        hint={t("keys.name-hint")}
        value={values.name}
        onChange={set("name")}
        error={saving.errorOf("name")}
        maxLength={80}
        required
        autoFocus
      />
      <SelectField
        label={t("staff.role")}
        value={values.role}
        onChange={(value) => set("role")(KEY_ROLES.find((role) => role === value) ?? "agent")}
        choices={KEY_ROLES.map((role) => ({ value: role, text: t(`role.${role}`) }))}
        hint={t(`staff.role-${values.role}`)}
        error={saving.errorOf("role")}
      />
      <ShopScopeField
        tenant={tenant}
        value={values.shop_ids}
        onChange={set("shop_ids")}
        error={saving.errorOf("shop_ids")}
      />
      <SelectField
        label={t("keys.life")}
        value={values.life}
        onChange={set("life")}
        choices={LIVES.map((life) => ({ value: life, text: t(`keys.life-${life}`) }))}
        error={saving.errorOf("expires_at")}
      />
      <FormActions saving={saving} onCancel={onDone} action={t("keys.make")} />
    </form>
  );
}

function NewKey({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <ShownOnce
      warning={t("keys.once")}
      label={t("keys.new")}
      secret={secret}
      how={t("keys.how")}
      kept={t("keys.kept")}
      onDone={onDone}
    />
  );
}
