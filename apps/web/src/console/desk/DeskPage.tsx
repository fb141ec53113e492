import { useQueue } from "@callnext/react";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { LookScreen } from "../look/LookScreen.tsx";
import { roleIn } from "../session/roles.ts";
import { useUser } from "../session/use-user.ts";
import { rememberPlace } from "../session/last-place.ts";
import { ShopRefused } from "../shell/ShopRefused.tsx";
import { TopBar } from "../shell/TopBar.tsx";
import { LiveNotice } from "../live/LiveNotice.tsx";
import { DeskScreen } from "./DeskScreen.tsx";

const route = getRouteApi("/signed-in/console/$tenant/$shopId");

export function DeskPage() {
  const { t } = useTranslation("console");
  const { tenant, shopId } = route.useParams();
  const id = Number(shopId);
  const user = useUser();
  const topic = useQueue(Number.isSafeInteger(id) ? id : null);
  const found = topic.view?.shop.self.tenant_slug === tenant;
  useEffect(() => {
    if (found) rememberPlace({ tenant, shopId });
  }, [found, tenant, shopId]);

  // Where a view is still held, the refusal is about freshness: the notice above the desk says so.
  if ((topic.refused !== null && topic.view === null) || !Number.isSafeInteger(id))
    return <ShopRefused code={topic.refused?.code ?? "shop-not-found"} />;
  if (topic.view !== null && !found) return <ShopRefused code="shop-not-found" />;
  if (topic.view === null) {
    return (
      <>
        <TopBar tenant={tenant} shopName={null} stale={topic.stale} />
        <LiveNotice topic={topic} />
        <Loading text={t("desk.loading")} />
      </>
    );
  }
  if (user !== null && roleIn(user, tenant) === "viewer")
    return <LookScreen tenant={tenant} topic={topic} view={topic.view} />;
  return <DeskScreen key={shopId} tenant={tenant} shopId={id} topic={topic} view={topic.view} />;
}
