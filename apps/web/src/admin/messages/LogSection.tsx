import { useCallnext } from "@callnext/react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Section } from "../shared/Section.tsx";
import { LogTable } from "./LogTable.tsx";
import { MESSAGE_STATUSES } from "./message-kinds.ts";
import { messageLogQuery } from "./messages-query.ts";

/** What was planned, sent, failed and skipped, and why. */
export function LogSection({ tenant }: { readonly tenant: string }) {
  const { t } = useTranslation("admin");
  const [status, setStatus] = useState("");
  const log = useInfiniteQuery({
    ...messageLogQuery(useCallnext(), tenant, status),
    placeholderData: keepPreviousData,
  });
  const lines = log.data?.pages.flatMap(({ messages }) => messages) ?? [];
  return (
    <div data-testid="log">
      <Section title={t("message-page.log-title")} text={t("message-page.log-text")}>
        <SelectField
          className="mb-4 max-w-64"
          label={t("message-page.status")}
          value={status}
          choices={[
            { value: "", text: t("message-page.all") },
            ...MESSAGE_STATUSES.map((value) => ({ value, text: t(`message-status.${value}`) })),
          ]}
          onChange={setStatus}
        />
        {log.isPending && <Loading />}
        {log.error && (
          <p role="alert" className="text-bad">
            {t("message-page.log-failed")}
          </p>
        )}
        {log.data && lines.length === 0 && <EmptyState title={t("message-page.log-empty")} />}
        {lines.length > 0 && <LogTable lines={lines} />}
        {log.hasNextPage && (
          <div className="mt-4 flex justify-center">
            <Button pending={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
              {t("message-page.more")}
            </Button>
          </div>
        )}
      </Section>
    </div>
  );
}
