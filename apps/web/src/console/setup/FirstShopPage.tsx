import type { StaffShop } from "@callnext/protocol";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NewShopForm } from "../../admin/shops/NewShopForm.tsx";
import { DoorPage } from "../shell/DoorPage.tsx";
import { FirstDisplay } from "./FirstDisplay.tsx";
import { FirstQueue } from "./FirstQueue.tsx";
import { ReadyShop } from "./ReadyShop.tsx";
import { Steps } from "./Steps.tsx";

const route = getRouteApi("/console/first-shop");

/** Shop, queue, board: then somebody can be called. */
export function FirstShopPage() {
  const { t } = useTranslation("console");
  const { user } = route.useRouteContext();
  const tenant = user.tenant.slug;
  const [shop, setShop] = useState<StaffShop | null>(null);
  const [queueId, setQueueId] = useState<string | null>(null);
  const [displayId, setDisplayId] = useState<string | null>(null);
  const step = shop === null ? 0 : queueId === null ? 1 : displayId === null ? 2 : 3;
  return (
    <DoorPage title={t(`first.title-${step}`)} text={t(`first.text-${step}`)} wide>
      <Steps now={step} />
      {shop === null && <NewShopForm tenant={tenant} onMade={setShop} />}
      {shop !== null && queueId === null && (
        <FirstQueue tenant={tenant} shopId={shop.id} onMade={setQueueId} />
      )}
      {shop !== null && queueId !== null && displayId === null && (
        <FirstDisplay tenant={tenant} shopId={shop.id} queueId={queueId} onMade={setDisplayId} />
      )}
      {shop !== null && displayId !== null && <ReadyShop tenant={tenant} shop={shop} displayId={displayId} />}
    </DoorPage>
  );
}
