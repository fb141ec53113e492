import { useTranslation } from "react-i18next";
import { useForm } from "../../admin/shared/use-form.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { User } from "../api/types.ts";
import { useRequest } from "../api/use-request.ts";
import { dropToken } from "../session/take-token.ts";
import { useEnter } from "../session/use-enter.ts";
import { FormError } from "../shell/FormError.tsx";
import type { InvitationProps } from "./invited-query.ts";

/** For somebody without an account yet. */
export function JoinWithPassword({ token, invited }: InvitationProps) {
  const { t } = useTranslation("console");
  const request = useRequest(["full_name", "password"]);
  const enter = useEnter(undefined);
  const { values, set } = useForm({ full_name: invited.full_name, password: "" });
  const send = async (): Promise<void> => {
    const done = await request.send<{ user: User }>("POST", "/auth/invitation/accept", { token, ...values });
    if (done === undefined) return;
    dropToken("invitation");
    await enter(done.answer.user);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>
        <span className="block text-sm font-medium">{t("field.email")}</span>
        <strong className="break-words">{invited.email}</strong>
      </p>
      {/* For the browser's own store of passwords. */}
      <input type="email" autoComplete="username" value={invited.email} readOnly hidden />
      <TextField
        label={t("setup.name")}
        autoComplete="name"
        value={values.full_name}
        onChange={set("full_name")}
        error={request.errorOf("full_name")}
        required
      />
      <TextField
        label={t("field.password")}
        type="password"
        autoComplete="new-password"
        hint={t("setup.password-hint")}
        value={values.password}
        onChange={set("password")}
        error={request.errorOf("password")}
        required
        autoFocus
      />
      <FormError text={request.error} />
      <Button type="submit" variant="primary" size="large" pending={request.pending}>
        {t("invitation.submit")}
      </Button>
    </form>
  );
}
