import { getRouteApi, Link, Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { mayManage, membershipsOf } from "../console/session/roles.ts";
import { useUser } from "../console/session/use-user.ts";
import { TopBar } from "../console/shell/TopBar.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { TabStrip } from "./shared/TabStrip.tsx";

const route = getRouteApi("/signed-in/console/$tenant/admin");
const TAB =
  "whitespace-nowrap inline-flex min-h-12 items-center border-b-3 border-transparent px-3 text-base font-medium text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-accent";

export function AdminLayout() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const { pathname } = useLocation();
  const user = useUser();
  const membership = user === null ? undefined : membershipsOf(user).find((each) => each.slug === tenant);
  const allowed = mayManage(membership?.role ?? null);
  return (
    <>
      <TopBar tenant={tenant} shopName={membership?.name ?? tenant} />
      <TabStrip
        label={t("title")}
        place={pathname}
        className="flex gap-2 overflow-x-auto border-b border-line bg-surface px-3"
      >
        <Link to="/console/$tenant/admin/shops" params={{ tenant }} className={TAB}>
          {t("nav.shops")}
        </Link>
        <Link to="/console/$tenant/admin/devices" params={{ tenant }} className={TAB}>
          {t("nav.devices")}
        </Link>
        <Link to="/console/$tenant/admin/staff" params={{ tenant }} className={TAB}>
          {t("nav.staff")}
        </Link>
        {membership?.role === "admin" && (
          <Link to="/console/$tenant/admin/keys" params={{ tenant }} className={TAB}>
            {t("nav.keys")}
          </Link>
        )}
        {membership?.role === "admin" && (
          <Link to="/console/$tenant/admin/webhooks" params={{ tenant }} className={TAB}>
            {t("nav.webhooks")}
          </Link>
        )}
        <Link to="/console/$tenant/admin/messages" params={{ tenant }} className={TAB}>
          {t("nav.messages")}
        </Link>
        <Link to="/console/$tenant/admin/audit" params={{ tenant }} className={TAB}>
          {t("nav.audit")}
        </Link>
        {membership?.role === "admin" && (
          <Link to="/console/$tenant/admin/privacy" params={{ tenant }} className={TAB}>
            {t("nav.privacy")}
          </Link>
        )}
        <Link to="/console" className={TAB} activeOptions={{ exact: true }}>
          {t("nav.desk")}
        </Link>
      </TabStrip>
      <main className="mx-auto flex w-full max-w-5xl grow flex-col gap-5 p-4 md:p-6">
        {allowed ? <Outlet /> : <EmptyState title={t("not-allowed")} text={t("not-allowed-text")} />}
      </main>
    </>
  );
}
