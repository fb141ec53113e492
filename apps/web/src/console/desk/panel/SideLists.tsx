import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useDesk } from "../desk-context.ts";
import { elsewhere, onHold } from "../logic/at-counter.ts";
import { minutesSince } from "../logic/minutes-since.ts";
import { returnable } from "../logic/returnable.ts";
import { useCall } from "../use-call.ts";
import { SideList } from "./SideList.tsx";
import { SideTicket } from "./SideTicket.tsx";

/** Everyone who is neither waiting nor at my counter. */
export function SideLists() {
  const { t } = useTranslation("console");
  const { view, counter, commands } = useDesk();
  const call = useCall();
  const now = useNow(10_000);
  const held = onHold(view);
  const back = returnable(view, now);
  const others = elsewhere(view, counter ?? "");
  return (
    <div className="flex flex-col gap-4">
      <SideList title={t("hold.title")} tickets={held}>
        {(ticket) => (
          <SideTicket key={ticket.id} ticket={ticket} fact={t("hold.by", { counter: ticket.counter ?? "–" })}>
            <Button blocked={call.blocked} pending={commands.pending.has("call-next")} onPress={() => call.resume(ticket)}>
              {t("hold.resume")}
            </Button>
          </SideTicket>
        )}
      </SideList>
      <SideList title={t("returning.title")} tickets={back}>
        {(ticket) => (
          <SideTicket
            key={ticket.id}
            ticket={ticket}
            fact={t("returning.left", { minutes: Math.max(0, view.shop.self.grace_minutes - minutesSince(ticket.ended_at, now)) })}
          >
            <Button pending={commands.pending.has(`return-${ticket.id}`)} onPress={() => void commands.run(`return-${ticket.id}`, { path: `/tickets/${ticket.id}/return` })}>
              {t("returning.return")}
            </Button>
          </SideTicket>
        )}
      </SideList>
      <SideList title={t("elsewhere.title")} tickets={others}>
        {(ticket) => (
          <SideTicket
            key={ticket.id}
            ticket={ticket}
            fact={[t("counter.mine", { counter: ticket.counter ?? "–" }), t(`status.${ticket.status}`), ticket.agent_name].filter(Boolean).join(" · ")}
          />
        )}
      </SideList>
    </div>
  );
}
