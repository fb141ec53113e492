import { useEffect } from "react";
import { useShared } from "../../pages-shared/speech.tsx";
import { placeText } from "../place-text.ts";
import { useTicketWords } from "./catalogue.ts";
import type { TicketNow } from "./ticket-now.ts";

/** The tab tells it too: the phone may be showing something else. */
export function useTicketTitle({ status, number, counter, place }: TicketNow): void {
  const t = useTicketWords();
  const shared = useShared();
  useEffect(() => {
    if (status === "called") document.title = t("tab.called", { number, place: placeText(shared, counter) });
    else document.title = place === null ? number : t("tab.waiting", { number, place });
  }, [t, shared, status, number, counter, place]);
}
