import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useDesk } from "../desk-context.ts";
import { minutesSince } from "../logic/minutes-since.ts";
import { returnable } from "../logic/returnable.ts";
import { SideList } from "./SideList.tsx";
import { SideTicket } from "./SideTicket.tsx";

/** No-shows who came back in time. */
export function Returning() {
  const { t } = useTranslation("console");
  const { view, commands } = useDesk();
  const now = useNow(10_000);
  const grace = view.shop.self.grace_minutes;
  return (
    <SideList title={t("returning.title")} tickets={returnable(view, now)}>
      {(ticket) => (
        <SideTicket
          key={ticket.id}
          ticket={ticket}
          fact={t("returning.left", { minutes: Math.max(0, grace - minutesSince(ticket.ended_at, now)) })}
        >
          <Button
            pending={commands.pending.has(`return-${ticket.id}`)}
            onPress={() => void commands.run(`return-${ticket.id}`, { path: `/tickets/${ticket.id}/return` })}
          >
            {t("returning.return")}
          </Button>
        </SideTicket>
      )}
    </SideList>
  );
}
