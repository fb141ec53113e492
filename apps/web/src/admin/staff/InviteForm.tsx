import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { HandOverLink } from "./HandOverLink.tsx";
import type { InvitationAnswer } from "./invitations-query.ts";
import { RightsFields } from "./RightsFields.tsx";
import { draftOf, invitationOf } from "./staff-draft.ts";

const FIELDS = ["full_name", "email", "role", "shop_ids"];

export function InviteForm({ tenant, onDone }: { readonly tenant: string; readonly onDone: () => void }) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const form = useForm(() => draftOf(null));
  const [link, setLink] = useState<string | null>(null);
  const bound = (field: "full_name" | "email") => ({
    value: form.values[field],
    onChange: form.set(field),
    error: saving.errorOf(field),
    required: true,
  });
  const send = async (): Promise<void> => {
    const answer = await saving.save<InvitationAnswer>("POST", "/invitations", invitationOf(form.values));
    if (answer === null) return;
    if (answer.link === null) onDone();
    else setLink(answer.link);
  };
  if (link !== null) return <HandOverLink path={link} onDone={onDone} />;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="text-ink-soft">{t("invitations.how")}</p>
      <TextField label={t("staff.name")} {...bound("full_name")} autoFocus />
      <TextField label={t("staff.email")} {...bound("email")} type="email" />
      <RightsFields tenant={tenant} form={form} saving={saving} />
      <FormActions saving={saving} onCancel={onDone} action={t("invitations.send")} />
    </form>
  );
}
