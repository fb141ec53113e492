import type { CallnextClient } from "@callnext/client";
import { useEffect, useMemo } from "react";
import { chooseLanguage } from "../i18n/choose-language.ts";
import { useReadable } from "../pages-shared/use-readable.ts";
import { boardTheme } from "./board-theme.ts";
import { boardTranslator } from "./catalogue.ts";
import { layoutOf, Stage } from "./layouts/stage.tsx";
import { BoardHeader } from "./parts/board-header.tsx";
import { CallFlash } from "./parts/call-flash.tsx";
import { FaultScreen } from "./parts/fault-screen.tsx";
import { JoinCode } from "./parts/join-code.tsx";
import { Messages } from "./parts/messages.tsx";
import { placeText } from "./parts/place-text.ts";
import type { Screen } from "./parts/screen.ts";
import { StaleBanner } from "./parts/stale-banner.tsx";
import { WaitingCounts } from "./parts/waiting-counts.tsx";
import type { Chime } from "../pages-shared/sound/chime.ts";
import type { BoardFacts } from "./state/board-facts.ts";
import { STALE_AFTER_MS } from "./state/board-state.ts";
import { connectionShown } from "./state/connection-shown.ts";
import { useAnnouncer } from "./state/use-announcer.ts";
import { useBoard } from "./state/use-board.ts";
import { useStale } from "./state/use-stale.ts";
import { useRootStyle } from "./use-root-style.ts";

interface Props {
  readonly client: CallnextClient;
  readonly displayId: string;
  readonly chime: Chime;
  /** The language in the address, which goes before the tenant's. */
  readonly wished: string | null;
}

export function Board({ client, displayId, chime, wished }: Props) {
  const { state, dispatch, polledAt, clockOffset } = useBoard(client, displayId);
  const stale = useStale(state);
  const connection = connectionShown(useReadable(client.connection), !stale && Date.now() - polledAt < STALE_AFTER_MS);
  const calling = useAnnouncer(state.pending, chime, dispatch);
  const { facts, fault } = state;
  const language = chooseLanguage(wished, facts?.settings.locale);
  const t = useMemo(() => boardTranslator(language), [language]);
  const settings = facts?.settings ?? null;
  const theme = useMemo(() => (settings === null ? null : boardTheme(settings)), [settings]);
  useRootStyle(theme, settings?.background_image ?? null);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = settings === null ? t("title") : `${settings.name} – ${t("title")}`;
  }, [language, settings, t]);

  const root = { "data-connection": connection, "data-chimes": state.announced, "data-stale": stale };
  if (facts === null || theme === null || fault !== null) {
    return (
      <div className="board" {...root}>
        <FaultScreen t={t} fault={fault?.kind ?? "loading"} displayId={displayId} connection={connection} />
      </div>
    );
  }
  const screen: Screen = { facts, theme, t, language, clockOffset };
  const layout = layoutOf(facts.settings.layout);
  return (
    <div className={`board board-${layout} ${barsOf(stale, facts)}`} data-layout={layout} data-seq={facts.seq} data-sound={chime.state} {...root}>
      <BoardHeader screen={screen} connection={connection} chime={chime} />
      {stale ? <StaleBanner t={t} provedAt={state.provedAt} timeZone={facts.settings.time_zone} /> : null}
      <Messages screen={screen} at="top" />
      <Stage screen={screen} layout={layout} calling={calling !== null} />
      <Messages screen={screen} at="bottom" />
      <footer className="foot">
        <WaitingCounts screen={screen} />
        <JoinCode screen={screen} />
      </footer>
      {calling === null ? null : <CallFlash key={calling.key} screen={screen} announcement={calling} />}
      <p className="spoken" aria-live="assertive">
        {calling === null ? "" : t("spoken", { number: calling.ticket.number, place: placeText(t, calling.ticket.counter) })}
      </p>
    </div>
  );
}

/** Bars across the board leave less room for the number. */
function barsOf(stale: boolean, { settings }: BoardFacts): string {
  const message = Boolean(settings.custom_message) || Boolean(settings.secondary_message);
  if (stale && message) return "bars-both";
  if (message) return "bars-message";
  return stale ? "bars-stale" : "";
}
