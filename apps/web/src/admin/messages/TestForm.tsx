import type { messageBodies } from "@callnext/protocol";
import { useCallnext } from "@callnext/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { MessageBadge } from "./MessageBadge.tsx";

interface Tested {
  readonly outcome: "sent" | "skipped" | "failed";
  readonly reason: string | null;
}

/** Sends an invented reminder to whoever sets messages up. */
export function TestForm({ tenant }: { readonly tenant: string }) {
  const { t } = useTranslation("admin");
  const client = useCallnext();
  const queries = useQueryClient();
  const [channel, setChannel] = useState<"sms" | "mail">("sms");
  const [to, setTo] = useState("");
  const trying = useMutation({
    mutationFn: () => {
      const body: messageBodies.MessageTest = { channel, to };
      return client.request<Tested>("POST", `/tenants/${tenant}/messages/test`, body);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["tenant", tenant, "messages"], exact: true }),
  });
  return (
    <form
      data-testid="test"
      className="mt-5 flex flex-col gap-3 border-t border-line pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        trying.mutate();
      }}
    >
      <h3 className="font-semibold">{t("message-page.test-title")}</h3>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t("message-page.way")}
          value={channel}
          choices={(["sms", "mail"] as const).map((value) => ({ value, text: t(`channel.${value}`) }))}
          onChange={(value) => {
            setChannel(value === "mail" ? "mail" : "sms");
            setTo("");
          }}
        />
        <TextField
          className="min-w-56 grow"
          label={t(channel === "sms" ? "message-page.test-phone" : "message-page.test-mail")}
          value={to}
          onChange={setTo}
          type={channel === "sms" ? "tel" : "email"}
          required
        />
        <Button type="submit" pending={trying.isPending}>
          {t("message-page.test")}
        </Button>
      </div>
      <div aria-live="polite" className="min-h-6" data-testid="tested">
        {trying.data && <MessageBadge status={trying.data.outcome} reason={trying.data.reason} />}
        {trying.error && <p className="text-bad">{problemText(t, problemOf(trying.error))}</p>}
      </div>
    </form>
  );
}
