import { useShared } from "../../pages-shared/speech.tsx";
import { placeText } from "../place-text.ts";
import { useTicketWords, type TicketKey } from "./catalogue.ts";
import type { TicketNow } from "./ticket-now.ts";

type Phase = "serving" | "onHold" | "completed" | "noShow" | "left" | "removed";

/** Which words stand for a state that is neither waiting nor called. */
export function phaseOf({ status, outcome }: Pick<TicketNow, "status" | "outcome">): Phase | null {
  switch (status) {
    case "serving":
      return "serving";
    case "on_hold":
      return "onHold";
    case "completed":
      return "completed";
    case "no_show":
      return "noShow";
    case "cancelled":
      return outcome === "removed" ? "removed" : "left";
    case "waiting":
    case "called":
      return null;
  }
}

export function PhaseCard({ now }: { readonly now: TicketNow }) {
  const t = useTicketWords();
  const shared = useShared();
  const phase = phaseOf(now);
  if (phase === null) return null;
  const title: TicketKey = `phase.${phase}.title`;
  const place = phase === "serving" ? placeText(shared, now.counter) : "";
  return (
    <div className={`phase phase-${phase}`} role="status" data-testid="phase" data-phase={phase}>
      <h2>{t(title)}</h2>
      {place === "" ? null : <p className="phase-place">{place}</p>}
      <p className="quiet">{t(`phase.${phase}.advice`)}</p>
    </div>
  );
}
