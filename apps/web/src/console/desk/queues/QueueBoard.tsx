import type { TopicState } from "@callnext/client";
import type { AppointmentsView } from "@callnext/protocol";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useMedia } from "../../../ui/use-media.ts";
import { mayManage, roleIn } from "../../session/roles.ts";
import { useUser } from "../../session/use-user.ts";
import { TodaysBookings } from "../bookings/TodaysBookings.tsx";
import { useDesk } from "../desk-context.ts";
import { QueueColumn } from "./QueueColumn.tsx";
import { QueueTabs } from "./QueueTabs.tsx";

interface Props {
  /** Shown beside the queues; null: elsewhere. */
  readonly expected: TopicState<AppointmentsView> | null;
}

/** The queues this agent serves: beside each other where there is room, one at a time on a phone. */
export function QueueBoard({ expected }: Props) {
  const { t } = useTranslation("console");
  const { tenant, shopId, served, openDialog } = useDesk();
  const user = useUser();
  const narrow = useMedia("(max-width: 47.99rem)");
  const [tab, setTab] = useState<string | null>(null);
  const open = served.find((id) => id === tab) ?? served[0];
  const shown = narrow && open !== undefined ? [open] : served;
  return (
    <section aria-label={t("queue.title")}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-lg font-semibold">{t("queue.title")}</h2>
        <Button onPress={() => openDialog({ kind: "join-code" })}>
          <Icon name="qr" />
          {t("join-code.open")}
        </Button>
        <Button variant="primary" onPress={() => openDialog({ kind: "add" })} shortcut="A">
          <Icon name="add" />
          {t("add.open")}
        </Button>
      </div>
      {narrow && open !== undefined && served.length > 1 && <QueueTabs open={open} onOpen={setTab} />}
      {served.length === 0 && (
        <div className="rounded-2xl border border-line bg-surface">
          <EmptyState title={t("queue.none")} text={t("queue.none-text")}>
            {user !== null && mayManage(roleIn(user, tenant)) && (
              <Link
                to="/console/$tenant/admin/shops/$shopId"
                params={{ tenant, shopId: String(shopId) }}
                className="inline-flex min-h-11 items-center text-accent underline"
              >
                {t("queue.make")}
              </Link>
            )}
          </EmptyState>
        </div>
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] items-start gap-4">
        {shown.map((queueId) => (
          <QueueColumn key={queueId} queueId={queueId} digit={served.indexOf(queueId) + 1} />
        ))}
        {expected !== null && <TodaysBookings topic={expected} />}
      </div>
    </section>
  );
}
