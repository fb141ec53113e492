import type { ConnectionShown } from "../state/connection-shown.ts";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import { BoardClock } from "./board-clock.tsx";
import { ConnectionLight } from "./connection-light.tsx";
import type { Screen } from "./screen.ts";
import { SoundButton } from "./sound-button.tsx";

interface Props {
  readonly screen: Screen;
  readonly connection: ConnectionShown;
  readonly chime: Chime;
}

export function BoardHeader({ screen, connection, chime }: Props) {
  const { settings } = screen.facts;
  return (
    <header className="head">
      {settings.theme.logo ? <img className="logo" src={settings.theme.logo} alt="" /> : null}
      <div className="who">
        <h1>{settings.shop_name || settings.name}</h1>
        <p>{settings.name}</p>
      </div>
      <SoundButton t={screen.t} chime={chime} />
      <ConnectionLight t={screen.t} connection={connection} />
      <BoardClock {...screen} />
    </header>
  );
}
