import "./join.css";
import { mountPage } from "../pages-shared/mount-page.tsx";
import { pathPart } from "../pages-shared/path-part.ts";
import { JoinPage } from "./join/join-page.tsx";

mountPage((client) => <JoinPage client={client} slug={pathPart(location.pathname)} />);
