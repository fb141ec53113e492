import "./home.css";
import { mountPage } from "../pages-shared/mount-page.tsx";
import { HomePage } from "./home-page.tsx";

mountPage((client) => <HomePage client={client} />);
