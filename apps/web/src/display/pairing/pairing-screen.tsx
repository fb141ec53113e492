import type { CallnextClient } from "@callnext/client";
import { useEffect, useState } from "react";
import { LANGUAGES, type Language } from "../../i18n/languages.ts";
import { QrCode } from "../../pages-shared/qr-code.tsx";
import { useNow } from "../../pages-shared/use-now.ts";
import { boardTranslator } from "../catalogue.ts";
import { usePageFrame } from "../use-page-frame.ts";
import { timeLeft } from "./time-left.ts";
import { type Paired, type PairingState, startPairing } from "./start-pairing.ts";

interface Props {
  readonly client: CallnextClient;
  readonly language: Language;
  /** What the address asks for; null: whatever it is given. */
  readonly displayId: string | null;
  readonly onPaired: (paired: Paired) => void;
}

/** A screen that is nobody's yet: its code for the console, in all languages because it knows no one's. */
export function PairingScreen({ client, language, displayId, onPaired }: Props) {
  const [state, setState] = useState<PairingState>({ kind: "asking" });
  useEffect(
    () => startPairing({ client, onState: setState, onPaired }),
    // oxlint-disable-next-line react/exhaustive-deps -- what happens when it is paired does not change
    [client],
  );
  const t = boardTranslator(language);
  usePageFrame(language, t("title"), null);
  const others = LANGUAGES.filter((each) => each !== language);
  const code = state.kind === "code" ? state : null;
  return (
    <main className="pairing" data-testid="pairing" data-state={state.kind}>
      <div className="pairing-words">
        <h1>{t("pairing.title")}</h1>
        <p className="pairing-code" data-testid="pairing-code" aria-live="polite">
          {code === null ? t(`pairing.${state.kind === "trouble" ? "trouble" : "asking"}`) : code.code}
        </p>
        {code === null ? null : <Countdown language={language} until={code.until} />}
        <p className="pairing-how">{t("pairing.how")}</p>
        {others.map((each) => (
          <p key={each} className="pairing-other" lang={each}>
            {boardTranslator(each)("pairing.how")}
          </p>
        ))}
      </div>
      {code === null ? null : (
        <div className="pairing-scan">
          <QrCode text={addressOf(code.code, displayId)} label={t("pairing.scanLabel")} />
          <p>{t("pairing.scan")}</p>
        </div>
      )}
    </main>
  );
}

function Countdown({ language, until }: { readonly language: Language; readonly until: number }) {
  const now = useNow(1_000);
  return (
    <p className="pairing-left">
      {boardTranslator(language)("pairing.left", { time: timeLeft(until - now) })}
    </p>
  );
}

/** The console's page for it. Behind the `#`, where it reaches neither a server nor its log. */
function addressOf(code: string, displayId: string | null): string {
  const wish = displayId === null ? "" : `&display=${encodeURIComponent(displayId)}`;
  return `${location.origin}/console/pair#code=${encodeURIComponent(code)}${wish}`;
}
