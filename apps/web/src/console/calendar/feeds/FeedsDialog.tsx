import { useCallnext } from "@callnext/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyText } from "../../../ui/CopyText.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Loading } from "../../../ui/Loading.tsx";
import { problemOf } from "../../api/problem.ts";
import { problemText } from "../../api/problem-text.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { FormError } from "../../shell/FormError.tsx";
import { FeedForm } from "./FeedForm.tsx";
import { FeedRow } from "./FeedRow.tsx";
import { feedsQuery } from "./feeds-query.ts";

/** Calendar programs that read along: made, listed and ended here. The address is told once. */
export function FeedsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const queries = useQueryClient();
  const { tenant, shopId } = useBookingDesk();
  const query = feedsQuery(useCallnext(), tenant, shopId);
  const feeds = useQuery(query);
  const [address, setAddress] = useState<string | null>(null);
  const changed = (): void => void queries.invalidateQueries({ queryKey: query.queryKey });
  return (
    <Dialog title={t("feeds.title")} open onClose={onClose} wide>
      <p className="mb-4 max-w-prose text-ink-soft">{t("feeds.text")}</p>
      {address !== null && (
        <div className="mb-4 flex flex-col gap-2">
          <p role="status" className="rounded-lg bg-warn-soft p-3 text-warn">
            {t("feeds.once")}
          </p>
          <CopyText label={t("feeds.address")} text={address} />
        </div>
      )}
      <FeedForm
        onMade={(url) => {
          setAddress(url);
          changed();
        }}
      />
      {feeds.isPending && <Loading />}
      {feeds.error && <FormError text={problemText(t, problemOf(feeds.error))} />}
      <ul className="mt-4 flex flex-col divide-y divide-line">
        {feeds.data?.map((feed) => (
          <FeedRow key={feed.id} feed={feed} onEnded={changed} />
        ))}
      </ul>
    </Dialog>
  );
}
