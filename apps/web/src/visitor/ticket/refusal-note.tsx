import { useTicketWords, type TicketKey } from "./catalogue.ts";
import type { Actions } from "./use-actions.ts";

const KEYS: Readonly<Record<string, TicketKey>> = {
  "grace-over": "refused.graceOver",
  "not-your-ticket": "refused.notYours",
  "wrong-state": "refused.wrongState",
  network: "refused.network",
  timeout: "refused.network",
};

/** Why what was asked for did not happen. */
export function RefusalNote({ actions }: { readonly actions: Actions }) {
  const t = useTicketWords();
  if (actions.refused === null) return null;
  return (
    <p className="notice notice-bad" role="alert" data-testid="refused">
      {t(KEYS[actions.refused.code] ?? "refused.other")}
    </p>
  );
}
