import { useTicketWords } from "./catalogue.ts";
import type { TicketNow } from "./ticket-now.ts";
import type { Actions } from "./use-actions.ts";

/** "I'm coming" to a call, and "I'm here" after a missed one: within the shop's grace time it leads back into the line. */
export function PresenceButton({ now, actions }: { readonly now: TicketNow; readonly actions: Actions }) {
  const t = useTicketWords();
  if (now.status !== "called" && now.status !== "no_show") return null;
  if (now.status === "called" && actions.confirmedAt > 0) {
    return (
      <p className="presence-said" role="status">
        {t("presence.said")}
      </p>
    );
  }
  if (now.status === "no_show" && actions.refused?.code === "grace-over") return null;
  return (
    <button
      type="button"
      className="button button-main"
      data-testid="presence"
      aria-disabled={actions.busy !== null}
      onClick={() => void actions.confirm()}
    >
      {t(now.status === "called" ? "presence.coming" : "presence.here")}
    </button>
  );
}
