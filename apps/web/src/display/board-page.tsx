import { useEffect, useMemo } from "react";
import { chooseLanguage } from "../i18n/choose-language.ts";
import { openClient } from "../pages-shared/open-client.ts";
import type { Chime } from "../pages-shared/sound/chime.ts";
import { Board } from "./board.tsx";
import { boardTranslator } from "./catalogue.ts";
import { useDevice, useDoubts } from "./device/use-own-device.ts";
import { FaultScreen } from "./parts/fault-screen.tsx";
import { PairingScreen } from "./pairing/pairing-screen.tsx";
import { SwitchedOff } from "./pairing/switched-off.tsx";
import type { Paired } from "./pairing/start-pairing.ts";
import { forgetBoard } from "./state/stored-board.ts";

interface Props {
  readonly storage: Storage | null;
  /** What this browser calls itself as a board. */
  readonly board: string | null;
  /** The display in the address; empty: whichever one this screen is given. */
  readonly address: string;
  readonly chime: Chime;
  /** The language in the address. */
  readonly wished: string | null;
}

/** A screen on the wall: somebody's device, or a new one, or a window on a public display. */
export function BoardPage({ storage, board, address, chime, wished }: Props) {
  const own = useDevice(storage, address);
  const { device, doubted, doubt, keep } = own;
  const isOff = device !== null && device.off;
  const key = device === null || device.off ? null : device.key;
  const client = useMemo(
    () => openClient(board, key === null ? null : { key, onRefused: doubt }),
    // oxlint-disable-next-line react/exhaustive-deps -- `doubt` does the same each time it is made
    [board, key],
  );
  useEffect(() => {
    const stop = client.connection.subscribe(() => {
      // oxlint-disable-next-line no-console -- the line that people are told to look for when they set up a board
      if (client.connection.get().kind === "live") console.info("[Display] WebSocket connected");
    });
    return () => {
      stop();
      client.close();
    };
  }, [client]);
  useDoubts(client, own);
  const displayId = device?.displayId ?? address;
  useEffect(() => {
    if (!isOff) return;
    forgetBoard(storage, displayId);
    void client.forget();
  }, [isOff, storage, displayId, client]);

  const language = chooseLanguage(wished, ...navigator.languages);
  const t = boardTranslator(language);
  const onPaired = (paired: Paired): void => keep({ ...paired, off: false });
  const pairing = (
    <PairingScreen
      client={client}
      language={language}
      displayId={address === "" ? null : address}
      onPaired={onPaired}
    />
  );
  if (device !== null && isOff) {
    return <SwitchedOff language={language} onAgain={() => keep(null)} />;
  }
  if (doubted) {
    return (
      <div className="board">
        <FaultScreen t={t} fault="loading" displayId={displayId} connection="connecting" />
      </div>
    );
  }
  if (displayId === "") return pairing;
  return (
    <Board
      key={`${displayId} ${key === null ? "" : "own"}`}
      client={client}
      displayId={displayId}
      chime={chime}
      wished={wished}
      notPublic={key === null ? pairing : null}
      onWithdrawn={key === null ? null : doubt}
    />
  );
}
