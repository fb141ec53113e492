import { createCallnext } from "@callnext/client";
import { CallnextProvider } from "@callnext/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { server } from "./address.ts";
import { App } from "./App.tsx";

const client = createCallnext({ baseUrl: server });
createRoot(document.getElementById("root") ?? document.body).render(
  <StrictMode>
    <CallnextProvider client={client}>
      <App />
    </CallnextProvider>
  </StrictMode>,
);
