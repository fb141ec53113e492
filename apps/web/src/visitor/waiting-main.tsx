import "./waiting.css";
import { mountPage } from "../pages-shared/mount-page.tsx";
import { pathPart } from "../pages-shared/path-part.ts";
import { takeWaitingKey } from "./waiting/waiting-key.ts";
import { WaitingPage } from "./waiting/waiting-page.tsx";

const id = pathPart(location.pathname);
const key = takeWaitingKey(id, location, history);

mountPage((client) => <WaitingPage client={client} id={id} waitingKey={key} />);
