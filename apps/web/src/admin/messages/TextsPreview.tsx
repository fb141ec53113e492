import type { messageBodies } from "@callnext/protocol";
import { useCallnext } from "@callnext/react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { Button } from "../../ui/Button.tsx";

interface Props {
  readonly tenant: string;
  readonly draft: messageBodies.MessageTexts;
}

/** The words as a visitor would read them, before they are used. */
export function TextsPreview({ tenant, draft }: Props) {
  const { t } = useTranslation("admin");
  const client = useCallnext();
  const looking = useMutation({
    mutationFn: () =>
      client.request<messageBodies.Preview>("POST", `/tenants/${tenant}/messages/texts/preview`, draft),
  });
  const seen = looking.data;
  return (
    <div className="flex flex-col gap-3 rounded-xl bg-sunken p-4" data-testid="preview">
      <div>
        <Button pending={looking.isPending} onPress={() => looking.mutate()}>
          {t("message-page.preview")}
        </Button>
      </div>
      <div aria-live="polite" className="flex flex-col gap-3">
        {looking.error && <p className="text-bad">{problemText(t, problemOf(looking.error))}</p>}
        {seen && draft.kind !== "code" && (
          <article lang={draft.locale} className="rounded-lg border border-line bg-surface p-4">
            <h4 className="mb-2 font-semibold break-words">{seen.subject}</h4>
            <p className="text-sm break-words whitespace-pre-line">{seen.body}</p>
          </article>
        )}
        {seen && (
          <article className="rounded-lg border border-line bg-surface p-4">
            <p lang={draft.locale} className="text-sm break-words">
              {seen.short}
            </p>
            <p className="mt-2 text-xs text-ink-soft">{t("message-page.parts", { count: seen.sms_parts })}</p>
          </article>
        )}
      </div>
    </div>
  );
}
