import { useQueue } from "@callnext/react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LiveNotice } from "../../console/live/LiveNotice.tsx";
import { ShopRefused } from "../../console/shell/ShopRefused.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { BookingSection } from "../booking/BookingSection.tsx";
import { CountersSection } from "../counters/CountersSection.tsx";
import { DisplaysSection } from "../displays/DisplaysSection.tsx";
import { HoursSection } from "../hours/HoursSection.tsx";
import { ProvidersSection } from "../providers/ProvidersSection.tsx";
import { QueuesSection } from "../queues/QueuesSection.tsx";
import { ForecastRecord } from "../records/ForecastRecord.tsx";
import { RecordsSection } from "../records/RecordsSection.tsx";
import { TabStrip } from "../shared/TabStrip.tsx";
import { ServicesSection } from "../services/ServicesSection.tsx";
import { ShopSettings } from "./ShopSettings.tsx";
import { SHOP_TABS } from "./shop-tabs.ts";

const route = getRouteApi("/signed-in/console/$tenant/admin/shops/$shopId");
const TAB =
  "inline-flex min-h-11 items-center rounded-lg px-4 text-sm font-medium whitespace-nowrap hover:bg-sunken aria-[current=page]:bg-accent aria-[current=page]:text-accent-ink";

/** One shop, live: what somebody else changes meanwhile is seen here too. */
export function ShopPage() {
  const { t } = useTranslation("admin");
  const { tenant, shopId } = route.useParams();
  const { tab } = route.useSearch();
  const topic = useQueue(/^\d+$/.test(shopId) ? Number(shopId) : null);
  if (topic.refused !== null && topic.view === null) return <ShopRefused code={topic.refused.code} />;
  const view = topic.view;
  if (view === null) return <Loading />;
  const part = { tenant, view };
  return (
    <>
      <LiveNotice topic={topic} timeZone={view.shop.self.time_zone} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl font-bold">{view.shop.self.name}</h2>
        <Link
          to="/console/$tenant/$shopId"
          params={{ tenant, shopId }}
          className="inline-flex min-h-11 items-center gap-2 rounded-lg px-3 text-accent hover:bg-sunken"
        >
          <Icon name="call" />
          {t("shop.to-desk")}
        </Link>
      </div>
      <TabStrip
        label={view.shop.self.name}
        place={tab ?? "settings"}
        className="-my-1 flex gap-1 overflow-x-auto p-1"
      >
        {SHOP_TABS.map((each) => (
          <Link
            key={each}
            to="."
            search={each === "settings" ? {} : { tab: each }}
            className={TAB}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`tab.${each}`)}
          </Link>
        ))}
      </TabStrip>
      {tab === undefined && <ShopSettings key={shopId} {...part} />}
      {tab === "hours" && <HoursSection key={shopId} {...part} />}
      {tab === "queues" && <QueuesSection {...part} />}
      {tab === "services" && <ServicesSection {...part} />}
      {tab === "booking" && <BookingSection key={shopId} {...part} />}
      {tab === "providers" && <ProvidersSection {...part} />}
      {tab === "counters" && <CountersSection {...part} />}
      {tab === "displays" && <DisplaysSection {...part} />}
      {tab === "records" && (
        <>
          <ForecastRecord key={`forecasts ${shopId}`} {...part} />
          <RecordsSection key={shopId} {...part} />
        </>
      )}
    </>
  );
}
