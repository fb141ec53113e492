import type { ReactNode } from "react";
import { useShared } from "../../pages-shared/speech.tsx";
import { placeText } from "../place-text.ts";
import { useTicketWords } from "./catalogue.ts";
import type { TicketNow } from "./ticket-now.ts";

/** The call fills the phone: where to go, nothing else. A recall gives the screen a new key, and it pulses again. */
export function CalledScreen({ now, children }: { readonly now: TicketNow; readonly children: ReactNode }) {
  const t = useTicketWords();
  const shared = useShared();
  return (
    <section key={now.calls} className="called-screen" data-testid="called" data-calls={now.calls}>
      <div role="alert">
        <h1>{t("called.title")}</h1>
        <p className="called-number">{now.number}</p>
        <p className="called-place" data-testid="counter">
          {placeText(shared, now.counter)}
        </p>
        <p>{now.calls > 1 ? t("called.again", { count: now.calls }) : now.queueName}</p>
      </div>
      {children}
    </section>
  );
}
