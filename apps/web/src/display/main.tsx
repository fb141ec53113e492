import "../pages-shared/old-browsers.ts";
import "./board.css";
import { createRoot } from "react-dom/client";
import { browserStorage } from "../pages-shared/browser-storage.ts";
import { renderSoon } from "../pages-shared/render-soon.ts";
import { startServiceWorker } from "../pages-shared/start-service-worker.ts";
import { Board } from "./board.tsx";
import { openClient } from "../pages-shared/open-client.ts";
import { pathPart } from "../pages-shared/path-part.ts";
import { Chime } from "../pages-shared/sound/chime.ts";
import { boardId } from "./state/board-id.ts";

renderSoon();
const client = openClient(boardId(browserStorage(), Math.random));
client.connection.subscribe(() => {
  // oxlint-disable-next-line no-console -- the line that people are told to look for when they set up a board
  if (client.connection.get().kind === "live") console.info("[Display] WebSocket connected");
});
const root = document.getElementById("app");
if (root === null) throw new Error("the page has no #app");
createRoot(root).render(
  <Board
    client={client}
    displayId={pathPart(location.pathname)}
    chime={new Chime(window)}
    wished={new URLSearchParams(location.search).get("lang")}
  />,
);
startServiceWorker();
