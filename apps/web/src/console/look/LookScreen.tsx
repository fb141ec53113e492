import type { TopicState } from "@callnext/client";
import type { StaffView } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { lineOf } from "../desk/logic/line-of.ts";
import { LiveNotice } from "../live/LiveNotice.tsx";
import { TopBar } from "../shell/TopBar.tsx";

interface Props {
  readonly tenant: string;
  readonly topic: TopicState<StaffView>;
  readonly view: StaffView;
}

/** A shop for those who only look: who waits and who is where, by number. */
export function LookScreen({ tenant, topic, view }: Props) {
  const { t } = useTranslation("console");
  const queues = Object.values(view.queues)
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.rank - b.rank);
  return (
    <>
      <TopBar tenant={tenant} shopName={view.shop.self.name} stale={topic.stale} />
      <LiveNotice topic={topic} timeZone={view.shop.self.time_zone} />
      <main className="mx-auto flex w-full max-w-6xl grow flex-col gap-5 p-4 md:p-6">
        <p className="text-ink-soft">{t("look.text")}</p>
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
          {queues.map(({ id, name }) => (
            <QueueLook key={id} id={id} name={name} view={view} />
          ))}
        </div>
      </main>
    </>
  );
}

function QueueLook({
  id,
  name,
  view,
}: {
  readonly id: string;
  readonly name: string;
  readonly view: StaffView;
}) {
  const { t } = useTranslation("console");
  const line = lineOf(view, id);
  const atCounters = Object.values(view.tickets).filter(
    (ticket) => ticket.queue_id === id && ["called", "serving", "on_hold"].includes(ticket.status),
  );
  return (
    <section
      aria-labelledby={`look-${id}`}
      className="rounded-2xl border border-line bg-surface p-5 shadow-sm"
    >
      <h2
        id={`look-${id}`}
        className="mb-3 flex flex-wrap items-center justify-between gap-2 text-lg font-semibold"
      >
        {name}
        <Badge>{t("look.waiting", { count: line.length })}</Badge>
      </h2>
      <ul className="flex flex-col divide-y divide-line">
        {atCounters.map((ticket) => (
          <li key={ticket.id} className="flex items-center justify-between gap-3 py-2">
            <span className="text-xl font-bold tabular-nums">{ticket.number}</span>
            <span className="text-sm text-ink-soft">
              {t(`status.${ticket.status}`, { ns: "common" })}
              {ticket.counter !== null && ` · ${t("look.counter", { label: ticket.counter })}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-base tabular-nums break-words">
        {line.map(({ number }) => number).join(" · ")}
      </p>
    </section>
  );
}
