import "./ticket.css";
import { mountPage } from "../pages-shared/mount-page.tsx";
import { pathPart } from "../pages-shared/path-part.ts";
import { Chime } from "../pages-shared/sound/chime.ts";
import { takeTicketKey } from "./ticket/ticket-key.ts";
import { TicketPage } from "./ticket/ticket-page.tsx";

const id = pathPart(location.pathname);
const key = takeTicketKey(id, location, history);
const chime = new Chime(window);

mountPage((client) => <TicketPage client={client} id={id} ticketKey={key} chime={chime} />);
