import { useTranslation } from "react-i18next";
import { LocaleField } from "../../admin/shops/LocaleField.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { User } from "../api/types.ts";
import { type SetupField, useSetup } from "./use-setup.ts";

export function SetupForm({ onDone }: { readonly onDone: (user: User) => void }) {
  const { t } = useTranslation("console");
  const form = useSetup(onDone);
  const bound = (field: SetupField) => ({
    value: form.values[field],
    onChange: form.set(field),
    error: form.errorOf(field),
    required: true,
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      {form.asksCode && <TextField label={t("setup.code")} {...bound("code")} hint={t("setup.code-hint")} />}
      <TextField
        label={t("setup.organisation")}
        {...bound("organisation")}
        autoComplete="organization"
        autoFocus
      />
      <LocaleField label={t("setup.locale")} {...bound("locale")} />
      <TextField label={t("setup.name")} {...bound("name")} autoComplete="name" />
      <TextField label={t("field.email")} {...bound("email")} type="email" autoComplete="username" />
      <TextField
        label={t("field.password")}
        {...bound("password")}
        type="password"
        hint={t("setup.password-hint")}
        autoComplete="new-password"
      />
      {form.error !== null && (
        <p role="alert" className="font-medium text-bad">
          {form.error}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" pending={form.pending}>
        {t("setup.submit")}
      </Button>
    </form>
  );
}
