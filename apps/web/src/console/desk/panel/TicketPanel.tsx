import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { ShownOn } from "../boards/ShownOn.tsx";
import { useDesk } from "../desk-context.ts";
import { lineOf } from "../logic/line-of.ts";
import { nextQueue } from "../logic/next-queue.ts";
import { useCall } from "../use-call.ts";
import { useTicketActions } from "../use-ticket-actions.ts";
import { ActionButtons } from "./ActionButtons.tsx";
import { CurrentTicket } from "./CurrentTicket.tsx";

/** My counter: who is there, and what can be done. Every button keeps its place. */
export function TicketPanel() {
  const { t } = useTranslation("console");
  const { view, counter, served, commands } = useDesk();
  const { ticket } = useTicketActions();
  const call = useCall();
  const queueId = nextQueue(view, served);
  const first = queueId === null ? undefined : lineOf(view, queueId)[0];
  return (
    <section aria-labelledby="my-counter" className="rounded-2xl border border-line bg-surface p-4 shadow-sm">
      <h2 id="my-counter" className="text-base font-semibold text-ink-soft">
        {counter === null ? t("counter.none") : t("counter.mine", { counter })}
      </h2>
      <div aria-live="polite" aria-atomic>
        <CurrentTicket ticket={ticket} />
      </div>
      <ShownOn ticket={ticket} />
      <Button
        variant={ticket === null ? "primary" : "plain"}
        size="large"
        className="w-full"
        blocked={call.nextBlocked}
        pending={commands.pending.has("call-next")}
        onPress={() => call.next()}
        shortcut="N"
      >
        <Icon name="call" className="size-6" />
        {t("action.next")}
        {ticket === null && first !== undefined && <span className="font-bold">{first.number}</span>}
      </Button>
      {ticket === null && call.nextBlocked !== null && (
        <p className="mt-2 text-center text-sm text-ink-soft">{call.nextBlocked}</p>
      )}
      <ActionButtons />
    </section>
  );
}
