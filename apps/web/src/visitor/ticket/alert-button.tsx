import { useEffect, useState } from "react";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import { useTicketWords } from "./catalogue.ts";

/** The touch that lets the phone sound and shake when the call comes. */
export function AlertButton({ chime }: { readonly chime: Chime }) {
  const t = useTicketWords();
  const [state, setState] = useState(chime.state);
  useEffect(() => chime.subscribe(() => setState(chime.state)), [chime]);
  if (state === "absent") return null;
  if (state === "ready") return <p className="notice notice-good">{t("alert.on")}</p>;
  return (
    <button type="button" className="button" data-testid="enable-alert" onClick={() => chime.unlock()}>
      {t("alert.enable")}
    </button>
  );
}
