import type { CallnextClient } from "@callnext/client";
import { type ReactNode, useEffect, useMemo } from "react";
import { chooseLanguage } from "../i18n/choose-language.ts";
import { browserStorage } from "../pages-shared/browser-storage.ts";
import type { Chime } from "../pages-shared/sound/chime.ts";
import { useReadable } from "../pages-shared/use-readable.ts";
import { BoardScreen } from "./board-screen.tsx";
import { boardTheme } from "./board-theme.ts";
import { boardTranslator } from "./catalogue.ts";
import { FaultScreen } from "./parts/fault-screen.tsx";
import type { BoardFault } from "./state/board-fault.ts";
import { STALE_AFTER_MS } from "./state/board-state.ts";
import { connectionShown } from "./state/connection-shown.ts";
import { forgetBoard } from "./state/stored-board.ts";
import { useAnnouncer } from "./state/use-announcer.ts";
import { useBoard } from "./state/use-board.ts";
import { useReports } from "./state/use-reports.ts";
import { useStale } from "./state/use-stale.ts";
import { usePageFrame } from "./use-page-frame.ts";
import { useRootStyle } from "./use-root-style.ts";

interface Props {
  readonly client: CallnextClient;
  readonly displayId: string;
  readonly chime: Chime;
  /** The language in the address, which goes before the tenant's. */
  readonly wished: string | null;
  /** What stands in place of a display that is not for everybody. */
  readonly notPublic: ReactNode;
  /** The display is not ours to show any more, though we are a device; null where we are none. */
  readonly onWithdrawn: (() => void) | null;
}

/** What the board knows, and which screen that makes. */
export function Board({ client, displayId, chime, wished, notPublic, onWithdrawn }: Props) {
  const { state, dispatch, polledAt, clockOffset } = useBoard(client, displayId);
  const stale = useStale(state);
  const polled = !stale && Date.now() - polledAt < STALE_AFTER_MS;
  const connection = connectionShown(useReadable(client.connection), polled);
  const calling = useAnnouncer(state.pending, chime, dispatch);
  const { facts, fault } = state;
  useReports(client, chime, { displayId, facts: fault === null ? facts : null, calling });
  const settings = facts?.settings ?? null;
  const language = chooseLanguage(wished, settings?.locale, ...navigator.languages);
  const t = useMemo(() => boardTranslator(language), [language]);
  const theme = useMemo(() => (settings === null ? null : boardTheme(settings)), [settings]);
  useRootStyle(theme, settings?.background_image ?? null);
  usePageFrame(language, t("title"), settings?.name ?? null);

  const isWithdrawn = fault?.kind === "not-public";
  useEffect(() => {
    if (!isWithdrawn) return;
    forgetBoard(browserStorage(), displayId);
    onWithdrawn?.();
    // oxlint-disable-next-line react/exhaustive-deps -- told once for each withdrawal
  }, [isWithdrawn, displayId]);

  // Read by tests and by people who look for a fault.
  const marks = { "data-connection": connection, "data-chimes": state.announced, "data-stale": stale };
  if (isWithdrawn && notPublic !== null) return <div {...marks}>{notPublic}</div>;
  if (facts === null || theme === null || fault !== null) {
    return (
      <div className="board" {...marks}>
        <FaultScreen t={t} fault={shownFault(fault?.kind)} displayId={displayId} connection={connection} />
      </div>
    );
  }
  return (
    <BoardScreen
      screen={{ facts, theme, t, language, clockOffset }}
      connection={connection}
      chime={chime}
      calling={calling}
      staleSince={stale ? state.provedAt : null}
      marks={marks}
    />
  );
}

/** While a device finds out why its display was withdrawn, nothing is known. */
function shownFault(kind: BoardFault | undefined): Exclude<BoardFault, "not-public"> | "loading" {
  return kind === undefined || kind === "not-public" ? "loading" : kind;
}
