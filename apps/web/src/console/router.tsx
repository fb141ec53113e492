import { createRouter } from "@tanstack/react-router";
import { Loading } from "../ui/Loading.tsx";
import type { RouteContext } from "./route-context.ts";
import { routeTree } from "./routes.tsx";
import { FailedPage } from "./shell/FailedPage.tsx";
import { MissingPage } from "./shell/MissingPage.tsx";

export function createConsoleRouter(context: RouteContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: "intent",
    defaultPendingComponent: Loading,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
