import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemText } from "../../console/api/problem-text.ts";
import { problemOf } from "../../console/api/problem.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { daysQuery } from "./days-query.ts";
import { WhatIfForm } from "./WhatIfForm.tsx";

/** Past days, and how they would have gone otherwise. */
export function RecordsSection({ tenant, view }: ShopPart) {
  const { t } = useTranslation("admin");
  const days = useQuery(daysQuery(useCallnext(), tenant, view.shop.self.id));
  const queues = Object.values(view.queues).toSorted((a, b) => a.rank - b.rank);
  const canAsk = queues.length > 0 && (days.data?.length ?? 0) > 0;
  return (
    <Section title={t("records.title")} text={t("records.text")}>
      {days.isPending && <Loading />}
      {days.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(days.error))}
        </p>
      )}
      {days.data &&
        (canAsk ? (
          <WhatIfForm tenant={tenant} queues={queues} days={days.data} />
        ) : (
          <EmptyState title={t("records.empty")} />
        ))}
    </Section>
  );
}
