import "../pages-shared/old-browsers.ts";
import "./board.css";
import { createRoot } from "react-dom/client";
import { browserStorage } from "../pages-shared/browser-storage.ts";
import { renderSoon } from "../pages-shared/render-soon.ts";
import { startServiceWorker } from "../pages-shared/start-service-worker.ts";
import { BoardPage } from "./board-page.tsx";
import { pathPart } from "../pages-shared/path-part.ts";
import { Chime } from "../pages-shared/sound/chime.ts";
import { boardId } from "./state/board-id.ts";

renderSoon();
const root = document.getElementById("app");
if (root === null) throw new Error("the page has no #app");
const storage = browserStorage();
createRoot(root).render(
  <BoardPage
    storage={storage}
    board={boardId(storage, Math.random)}
    address={pathPart(location.pathname)}
    chime={new Chime(window)}
    wished={new URLSearchParams(location.search).get("lang")}
  />,
);
startServiceWorker();
