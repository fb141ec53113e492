import type { CallnextClient } from "@callnext/client";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { openClient } from "./open-client.ts";
import { SpeechProvider } from "./speech.tsx";
import { startServiceWorker } from "./start-service-worker.ts";

/** Puts a page on the screen with its live connection and its language. */
export function mountPage(page: (client: CallnextClient) => ReactNode): void {
  const root = document.getElementById("app");
  if (root === null) throw new Error("the page has no #app");
  const client = openClient();
  createRoot(root).render(<SpeechProvider>{page(client)}</SpeechProvider>);
  startServiceWorker();
}
