import { useEffect, useState } from "react";
import type { BoardTranslate } from "../catalogue.ts";
import type { Chime } from "../../pages-shared/sound/chime.ts";

/** Asks for the touch without which a browser keeps the page silent; any touch or key anywhere does as well. */
export function SoundButton({ t, chime }: { readonly t: BoardTranslate; readonly chime: Chime }) {
  const [state, setState] = useState(chime.state);
  useEffect(() => chime.subscribe(() => setState(chime.state)), [chime]);
  useEffect(() => {
    const unlock = (): void => chime.unlock();
    document.addEventListener("click", unlock);
    document.addEventListener("keydown", unlock);
    return () => {
      document.removeEventListener("click", unlock);
      document.removeEventListener("keydown", unlock);
    };
  }, [chime]);
  if (state === "ready") return null;
  if (state === "absent") return <p className="sound">{t("sound.absent")}</p>;
  return (
    <button type="button" className="sound" data-testid="enable-sound" onClick={() => chime.unlock()}>
      {t("sound.enable")}
    </button>
  );
}
