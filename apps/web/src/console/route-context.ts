import type { CallnextClient } from "@callnext/client";
import type { QueryClient } from "@tanstack/react-query";
import type { i18n } from "i18next";

/** What routes may use before a component exists. */
export interface RouteContext {
  readonly client: CallnextClient;
  readonly queries: QueryClient;
  readonly i18n: i18n;
}
