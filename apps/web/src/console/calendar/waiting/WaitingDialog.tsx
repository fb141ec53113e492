import { useCallnext } from "@callnext/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Loading } from "../../../ui/Loading.tsx";
import { problemOf } from "../../api/problem.ts";
import { problemText } from "../../api/problem-text.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { FormError } from "../../shell/FormError.tsx";
import { WaitingRow } from "./WaitingRow.tsx";
import { waitingQuery } from "./waiting-query.ts";

/** Those to whom freed times are offered, one after the other. */
export function WaitingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const queries = useQueryClient();
  const { tenant, shopId } = useBookingDesk();
  const query = waitingQuery(useCallnext(), tenant, shopId);
  const waiting = useQuery(query);
  return (
    <Dialog title={t("waiting.title")} open onClose={onClose} wide>
      <p className="mb-3 max-w-prose text-ink-soft">{t("waiting.text")}</p>
      {waiting.isPending && <Loading />}
      {waiting.error && <FormError text={problemText(t, problemOf(waiting.error))} />}
      {waiting.data?.length === 0 && <EmptyState title={t("waiting.nobody")} />}
      <ul className="flex flex-col divide-y divide-line">
        {waiting.data?.map((entry) => (
          <WaitingRow
            key={entry.id}
            entry={entry}
            onRemoved={() => void queries.invalidateQueries({ queryKey: query.queryKey })}
          />
        ))}
      </ul>
    </Dialog>
  );
}
