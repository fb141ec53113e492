import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { shopsQuery } from "../../console/start/shops-query.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { EntityList } from "../shared/EntityList.tsx";
import { Section } from "../shared/Section.tsx";
import { DeviceForm } from "./DeviceForm.tsx";
import { DeviceRow } from "./DeviceRow.tsx";
import { devicesQuery, type ManagedDevice } from "./devices-query.ts";
import { PairForm } from "./PairForm.tsx";
import { dropPairingWish, keptPairingWish } from "./pairing-wish.ts";

const route = getRouteApi("/signed-in/console/$tenant/admin/devices");

/** The screens of an organisation: which are there, what they show, and new ones. */
export function DevicesPage() {
  const { t } = useTranslation("admin");
  const { tenant } = route.useParams();
  const client = useCallnext();
  const [wish, setWish] = useState(() => keptPairingWish(sessionStorage, Date.now()));
  const [open, setOpen] = useState<ManagedDevice | "new" | null>(wish === null ? null : "new");
  const devices = useQuery(devicesQuery(client, tenant));
  const shops = useQuery(shopsQuery(client, tenant)).data ?? [];
  const close = () => {
    dropPairingWish(sessionStorage);
    setWish(null);
    setOpen(null);
  };
  const shopName = (id: number): string | null =>
    shops.length < 2 ? null : (shops.find((shop) => shop.id === id)?.name ?? null);
  return (
    <Section
      title={t("nav.devices")}
      text={t("devices.text")}
      aside={<AddButton text={t("devices.add")} onPress={() => setOpen("new")} />}
    >
      {devices.isPending && <Loading />}
      {devices.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(devices.error))}
        </p>
      )}
      {devices.data && (
        <EntityList items={devices.data} empty={t("devices.empty")}>
          {(device) => (
            <DeviceRow
              key={device.id}
              tenant={tenant}
              device={device}
              shopName={shopName(device.shop_id)}
              onEdit={() => setOpen(device)}
            />
          )}
        </EntityList>
      )}
      <Dialog title={open === "new" ? t("devices.add") : t("edit")} open={open !== null} onClose={close}>
        {open === null || open === "new" ? (
          <PairForm tenant={tenant} wish={wish} onDone={close} />
        ) : (
          <DeviceForm tenant={tenant} device={open} onDone={close} />
        )}
      </Dialog>
    </Section>
  );
}
