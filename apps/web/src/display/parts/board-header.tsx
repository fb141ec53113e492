import type { ConnectionShown } from "../state/connection-shown.ts";
import { BoardClock } from "./board-clock.tsx";
import { ConnectionLight } from "./connection-light.tsx";
import type { Screen } from "./screen.ts";

export function BoardHeader({ screen, connection }: { readonly screen: Screen; readonly connection: ConnectionShown }) {
  const { settings } = screen.facts;
  return (
    <header className="head">
      {settings.theme.logo ? <img className="logo" src={settings.theme.logo} alt="" /> : null}
      <div className="who">
        <h1>{settings.shop_name || settings.name}</h1>
        <p>{settings.name}</p>
      </div>
      <ConnectionLight t={screen.t} connection={connection} />
      <BoardClock {...screen} />
    </header>
  );
}
