import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { keepPairingWish, readPairingWish } from "../admin/devices/pairing-wish.ts";
import { calendarSearch } from "./calendar/calendar-search.ts";
import { shopTab } from "../admin/shops/shop-tabs.ts";
import { ensureNamespaces } from "../i18n/switch-language.ts";
import type { RouteContext } from "./route-context.ts";
import { lastPlace } from "./session/last-place.ts";
import { requireSignedIn, requireUser } from "./session/require-user.ts";
import { searchThen } from "./session/search-then.ts";
import { signInSearch } from "./session/sign-in-search.ts";
import { RootLayout } from "./shell/RootLayout.tsx";
import { SignedIn } from "./session/SignedIn.tsx";
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
  validateSearch: signInSearch,
  component: SignInPage,
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: "/console/second-factor",
  validateSearch: searchThen,
  beforeLoad: async ({ context }) => ({ user: await requireSignedIn(context, "/console") }),
  component: lazyRouteComponent(() => import("./account/SecondFactorPage.tsx"), "SecondFactorPage"),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/console/forgot",
  component: lazyRouteComponent(() => import("./password/ForgotPage.tsx"), "ForgotPage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/console/reset",
  component: lazyRouteComponent(() => import("./password/ResetPage.tsx"), "ResetPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/console/invitation",
  component: lazyRouteComponent(() => import("./invitation/InvitationPage.tsx"), "InvitationPage"),
});

const pair = createRoute({
  getParentRoute: () => root,
  path: "/console/pair",
  beforeLoad: async ({ context, location }) => {
    // The code leaves the address before anything else is asked for: it must not ride along to the sign-in.
    const wish = readPairingWish(location.hash);
    if (wish !== null) keepPairingWish(wish, sessionStorage, Date.now());
    return { user: await requireUser(context, "/console/pair") };
  },
  component: lazyRouteComponent(() => import("./pair/PairPage.tsx"), "PairPage"),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: SignedIn,
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

const account = createRoute({
  getParentRoute: () => signedIn,
  path: "/console/account",
  component: lazyRouteComponent(() => import("./account/AccountPage.tsx"), "AccountPage"),
});

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: "/console/$tenant/$shopId",
  component: lazyRouteComponent(() => import("./desk/DeskPage.tsx"), "DeskPage"),
});

const calendar = createRoute({
  getParentRoute: () => signedIn,
  path: "/console/$tenant/$shopId/calendar",
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import("./calendar/CalendarPage.tsx"), "CalendarPage"),
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

const adminDevices = createRoute({
  getParentRoute: () => admin,
  path: "/devices",
  component: lazyRouteComponent(() => import("../admin/devices/DevicesPage.tsx"), "DevicesPage"),
});

const adminKeys = createRoute({
  getParentRoute: () => admin,
  path: "/keys",
  component: lazyRouteComponent(() => import("../admin/keys/KeysPage.tsx"), "KeysPage"),
});

const adminWebhooks = createRoute({
  getParentRoute: () => admin,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("../admin/webhooks/WebhooksPage.tsx"), "WebhooksPage"),
});

const adminMessages = createRoute({
  getParentRoute: () => admin,
  path: "/messages",
  component: lazyRouteComponent(() => import("../admin/messages/MessagesPage.tsx"), "MessagesPage"),
});

const operator = createRoute({
  getParentRoute: () => signedIn,
  path: "/console/operator",
  component: lazyRouteComponent(() => import("./operator/OperatorPage.tsx"), "OperatorPage"),
});

const adminAudit = createRoute({
  getParentRoute: () => admin,
  path: "/audit",
  component: lazyRouteComponent(() => import("../admin/audit/AuditPage.tsx"), "AuditPage"),
});

const adminPrivacy = createRoute({
  getParentRoute: () => admin,
  path: "/privacy",
  component: lazyRouteComponent(() => import("../admin/privacy/PrivacyPage.tsx"), "PrivacyPage"),
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
  secondFactor,
  forgot,
  reset,
  invitation,
  pair,
  signedIn.addChildren([
    start,
    account,
    operator,
    desk,
    calendar,
    admin.addChildren([
      adminHome,
      adminShops,
      adminStaff,
      adminDevices,
      adminAudit,
      adminPrivacy,
      adminKeys,
      adminWebhooks,
      adminMessages,
      adminShop,
    ]),
  ]),
]);
