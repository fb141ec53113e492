import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { shopTab } from "../admin/shops/shop-tabs.ts";
import { ensureNamespaces } from "../i18n/switch-language.ts";
import type { RouteContext } from "./route-context.ts";
import { lastPlace } from "./session/last-place.ts";
import { requireUser } from "./session/require-user.ts";
import { RootLayout } from "./shell/RootLayout.tsx";
import { SignInPage } from "./session/SignInPage.tsx";

const root = createRootRouteWithContext<RouteContext>()({ component: RootLayout });

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("./setup/SetupPage.tsx"), "SetupPage"),
});

const firstShop = createRoute({
  getParentRoute: () => root,
  path: "/console/first-shop",
  beforeLoad: async ({ context, location }) => {
    await ensureNamespaces(context.i18n, ["admin"]);
    return { user: await requireUser(context, location.href) };
  },
  component: lazyRouteComponent(() => import("./setup/FirstShopPage.tsx"), "FirstShopPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/console/sign-in",
  validateSearch: (search: Record<string, unknown>): { then?: string } => {
    const then = search["then"];
    // Only back into the console: a link must not lead somebody who just signed in to another site.
    return typeof then === "string" && /^\/(console|setup)(\/|$)/.test(then) ? { then } : {};
  },
  component: SignInPage,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => ({ user: await requireUser(context, location.href) }),
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: "/console",
  validateSearch: (search: Record<string, unknown>): { choose?: true } =>
    search["choose"] === true ? { choose: true } : {},
  beforeLoad: ({ context, search }) => {
    const place = search.choose ? null : lastPlace(context.user);
    if (place !== null) throw redirect({ to: "/console/$tenant/$shopId", params: place, replace: true });
  },
  component: lazyRouteComponent(() => import("./start/StartPage.tsx"), "StartPage"),
});

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: "/console/$tenant/$shopId",
  component: lazyRouteComponent(() => import("./desk/DeskPage.tsx"), "DeskPage"),
});

const admin = createRoute({
  getParentRoute: () => signedIn,
  path: "/console/$tenant/admin",
  beforeLoad: ({ context }) => ensureNamespaces(context.i18n, ["admin"]),
  component: lazyRouteComponent(() => import("../admin/AdminLayout.tsx"), "AdminLayout"),
});

const adminHome = createRoute({
  getParentRoute: () => admin,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/console/$tenant/admin/shops", params, replace: true });
  },
});

const adminShops = createRoute({
  getParentRoute: () => admin,
  path: "/shops",
  component: lazyRouteComponent(() => import("../admin/shops/ShopsPage.tsx"), "ShopsPage"),
});

const adminStaff = createRoute({
  getParentRoute: () => admin,
  path: "/staff",
  component: lazyRouteComponent(() => import("../admin/staff/StaffPage.tsx"), "StaffPage"),
});

const adminShop = createRoute({
  getParentRoute: () => admin,
  path: "/shops/$shopId",
  validateSearch: shopTab,
  component: lazyRouteComponent(() => import("../admin/shops/ShopPage.tsx"), "ShopPage"),
});

export const routeTree = root.addChildren([
  setup,
  firstShop,
  signIn,
  signedIn.addChildren([start, desk, admin.addChildren([adminHome, adminShops, adminStaff, adminShop])]),
]);
