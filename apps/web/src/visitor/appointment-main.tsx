import "./appointment.css";
import { mountPage } from "../pages-shared/mount-page.tsx";
import { pathPart } from "../pages-shared/path-part.ts";
import { AppointmentPage } from "./appointment/appointment-page.tsx";
import { takeAppointmentKey } from "./appointment/appointment-key.ts";

const id = Number.parseInt(pathPart(location.pathname), 10) || 0;
const isNew = new URLSearchParams(location.search).has("new");
const key = takeAppointmentKey(id, location, history);

mountPage((client) => <AppointmentPage client={client} id={id} appointmentKey={key} isNew={isNew} />);
