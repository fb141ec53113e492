import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Section } from "../../admin/shared/Section.tsx";
import { useForm } from "../../admin/shared/use-form.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { useRequest } from "../api/use-request.ts";
import { useUser } from "../session/use-user.ts";
import { FormError } from "../shell/FormError.tsx";
import { OWN_SESSIONS } from "./own-sessions-query.ts";

const EMPTY = { current_password: "", password: "" };

export function PasswordSection() {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const notices = useNotices();
  const user = useUser();
  const request = useRequest(["current_password", "password"]);
  const { values, set } = useForm(EMPTY);
  const field = (name: keyof typeof EMPTY) => ({
    type: "password" as const,
    value: values[name],
    onChange: set(name),
    error: request.errorOf(name),
    required: true,
  });
  const send = async (): Promise<void> => {
    if ((await request.send("POST", "/auth/password", values)) === undefined) return;
    set("current_password")("");
    set("password")("");
    // The socket was the old session's; the cookie is the new one's already.
    client.reconnect();
    await queries.invalidateQueries({ queryKey: OWN_SESSIONS });
    notices.show({ id: "account", tone: "good", text: t("account.password-changed") });
  };
  return (
    <Section title={t("field.password")} text={t("account.password-text")}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <input type="email" autoComplete="username" value={user?.email ?? ""} readOnly hidden />
        <TextField
          label={t("account.current-password")}
          autoComplete="current-password"
          {...field("current_password")}
        />
        <TextField
          label={t("account.new-password")}
          autoComplete="new-password"
          hint={t("setup.password-hint")}
          {...field("password")}
        />
        <FormError text={request.error} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={request.pending}>
            {t("account.change-password")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
