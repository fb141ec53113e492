import { useEffect, useRef } from "react";
import type { Language } from "../../i18n/languages.ts";
import { boardTranslator } from "../catalogue.ts";
import { usePageFrame } from "../use-page-frame.ts";

interface Props {
  readonly language: Language;
  readonly onAgain: () => void;
}

/** A screen whose key was taken back. A remote control's OK is enough to begin again. */
export function SwitchedOff({ language, onAgain }: Props) {
  const t = boardTranslator(language);
  usePageFrame(language, t("title"), null);
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <div className="board">
      <main className="fault" data-testid="switched-off">
        <h1>{t("off.title")}</h1>
        <p>{t("off.advice")}</p>
        <button ref={again} type="button" className="off-again" onClick={onAgain}>
          {t("off.again")}
        </button>
      </main>
    </div>
  );
}
