import { useCallnext } from "@callnext/react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Section } from "../shared/Section.tsx";
import { EVERYTHING, queryOf } from "./audit-choice.ts";
import { auditQuery } from "./audit-query.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { AuditTable } from "./AuditTable.tsx";
import { ChainCheck } from "./ChainCheck.tsx";

const route = getRouteApi("/signed-in/console/$tenant/admin/audit");

/** Who did what: administrators see all of the organisation, managers their shops. */
export function AuditPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const [choice, setChoice] = useState(EVERYTHING);
  const log = useInfiniteQuery({
    ...auditQuery(useCallnext(), tenant, choice),
    placeholderData: keepPreviousData,
  });
  const lines = log.data?.pages.flatMap(({ entries }) => entries) ?? [];
  const file = `/api/v1/tenants/${tenant}/audit.csv?${queryOf(choice).toString()}`;
  return (
    <>
      <Section
        title={t("audit.title")}
        text={t("audit.text")}
        aside={
          <a
            className="inline-flex min-h-11 items-center rounded-lg border border-line px-4 font-medium text-accent underline-offset-4 hover:underline"
            href={file}
            download="audit.csv"
          >
            {t("audit.download")}
          </a>
        }
      >
        <AuditFilter tenant={tenant} choice={choice} onChange={setChoice} />
        {log.isPending && <Loading />}
        {log.error && (
          <p role="alert" className="text-bad">
            {t("audit.failed-load")}
          </p>
        )}
        {log.data && lines.length === 0 && <EmptyState title={t("audit.empty")} />}
        {lines.length > 0 && <AuditTable lines={lines} />}
        {log.hasNextPage && (
          <div className="mt-4 flex justify-center">
            <Button pending={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
              {t("audit.more")}
            </Button>
          </div>
        )}
      </Section>
      <ChainCheck tenant={tenant} />
    </>
  );
}
