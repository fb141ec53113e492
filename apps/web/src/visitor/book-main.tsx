import "./book.css";
import { mountPage } from "../pages-shared/mount-page.tsx";
import { pathPart } from "../pages-shared/path-part.ts";
import { BookPage } from "./book/book-page.tsx";

mountPage((client) => <BookPage client={client} slug={pathPart(location.pathname)} />);
