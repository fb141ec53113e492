import { CallnextProvider } from "@callnext/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { i18n } from "i18next";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider, useTranslation } from "react-i18next";
import { NoticesProvider } from "../ui/notices/NoticesProvider.tsx";
import { createConsoleClient } from "./live/create-console-client.ts";
import { createQueries } from "./api/create-queries.ts";
import { createConsoleRouter } from "./router.tsx";

export function App({ i18n }: { readonly i18n: i18n }) {
  const [{ client, queries, router }] = useState(() => {
    const live = createConsoleClient();
    const cache = createQueries();
    return {
      client: live,
      queries: cache,
      router: createConsoleRouter({ client: live, queries: cache, i18n }),
    };
  });
  return (
    <I18nextProvider i18n={i18n}>
      <AriaLanguage>
        <CallnextProvider client={client}>
          <QueryClientProvider client={queries}>
            <NoticesProvider>
              <RouterProvider router={router} />
            </NoticesProvider>
          </QueryClientProvider>
        </CallnextProvider>
      </AriaLanguage>
    </I18nextProvider>
  );
}

/** react-aria's own words come in French and English; who reads Wolof in Senegal reads French. */
function AriaLanguage({ children }: { readonly children: React.ReactNode }) {
  const { i18n } = useTranslation();
  return <I18nProvider locale={i18n.language === "en" ? "en-US" : "fr-FR"}>{children}</I18nProvider>;
}
