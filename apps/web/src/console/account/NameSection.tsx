import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../admin/shared/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useNotices } from "../../ui/notices/notices-context.ts";
import type { User } from "../api/types.ts";
import { useRequest } from "../api/use-request.ts";
import { meQuery } from "../session/me-query.ts";
import { useUser } from "../session/use-user.ts";
import { FormError } from "../shell/FormError.tsx";

export function NameSection() {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const notices = useNotices();
  const user = useUser();
  const request = useRequest(["full_name"]);
  const [name, setName] = useState(user?.full_name ?? "");
  const send = async (): Promise<void> => {
    const done = await request.send<{ user: User }>("PATCH", "/auth/me", { full_name: name });
    if (done === undefined) return;
    queries.setQueryData(meQuery(client).queryKey, done.answer.user);
    await queries.invalidateQueries({ queryKey: ["tenant"] });
    notices.show({ id: "account", tone: "good", text: t("account.saved") });
  };
  return (
    <Section title={t("account.who")} text={user?.email ?? ""}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t("setup.name")}
          hint={t("account.name-hint")}
          autoComplete="name"
          value={name}
          onChange={setName}
          error={request.errorOf("full_name")}
          required
        />
        <FormError text={request.error} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={request.pending}>
            {t("account.save-name")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
