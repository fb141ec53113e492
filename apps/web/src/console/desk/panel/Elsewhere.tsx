import { useTranslation } from "react-i18next";
import { useDesk } from "../desk-context.ts";
import { elsewhere } from "../logic/at-counter.ts";
import { SideList } from "./SideList.tsx";
import { SideTicket } from "./SideTicket.tsx";

export function Elsewhere() {
  const { t } = useTranslation("console");
  const { view, counter } = useDesk();
  return (
    <SideList title={t("elsewhere.title")} tickets={elsewhere(view, counter ?? "")}>
      {(ticket) => (
        <SideTicket
          key={ticket.id}
          ticket={ticket}
          fact={[
            t("counter.mine", { counter: ticket.counter ?? "–" }),
            t(`status.${ticket.status}`),
            ticket.agent_name,
          ]
            .filter(Boolean)
            .join(" · ")}
        />
      )}
    </SideList>
  );
}
