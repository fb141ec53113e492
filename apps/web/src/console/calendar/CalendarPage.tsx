import { useQueue } from "@callnext/react";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { LiveNotice } from "../live/LiveNotice.tsx";
import { ShopRefused } from "../shell/ShopRefused.tsx";
import { TopBar } from "../shell/TopBar.tsx";
import { CalendarScreen } from "./CalendarScreen.tsx";

const route = getRouteApi("/signed-in/console/$tenant/$shopId/calendar");

export function CalendarPage() {
  const { t } = useTranslation("console");
  const { tenant, shopId } = route.useParams();
  const search = route.useSearch();
  const id = Number(shopId);
  const topic = useQueue(Number.isSafeInteger(id) ? id : null);
  if ((topic.refused !== null && topic.view === null) || !Number.isSafeInteger(id))
    return <ShopRefused code={topic.refused?.code ?? "shop-not-found"} />;
  if (topic.view !== null && topic.view.shop.self.tenant_slug !== tenant)
    return <ShopRefused code="shop-not-found" />;
  if (topic.view === null) {
    return (
      <>
        <TopBar tenant={tenant} shopName={null} stale={topic.stale} />
        <LiveNotice topic={topic} />
        <Loading text={t("calendar.loading")} />
      </>
    );
  }
  return <CalendarScreen key={shopId} tenant={tenant} view={topic.view} search={search} />;
}
