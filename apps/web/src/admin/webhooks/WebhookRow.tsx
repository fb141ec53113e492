import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EntityRow } from "../shared/EntityRow.tsx";
import { useSave } from "../shared/use-save.ts";
import { Deliveries } from "./Deliveries.tsx";
import { DeliveryBadge } from "./DeliveryBadge.tsx";
import { WebhookForm } from "./WebhookForm.tsx";
import type { Webhook } from "./webhooks-query.ts";

type Open = "deliveries" | "edit" | "delete" | null;

export function WebhookRow({ tenant, webhook }: { readonly tenant: string; readonly webhook: Webhook }) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant);
  const [open, setOpen] = useState<Open>(null);
  const { id, url, events, active, last } = webhook;
  const close = () => setOpen(null);
  return (
    <EntityRow
      title={url}
      facts={t("webhooks.count", { count: events.length })}
      badges={
        <>
          {!active && <Badge>{t("webhooks.off")}</Badge>}
          {last !== null && <DeliveryBadge delivery={last} />}
        </>
      }
    >
      <Button
        variant="quiet"
        label={t("webhooks.deliveries-of", { url })}
        onPress={() => setOpen("deliveries")}
      >
        {t("webhooks.deliveries")}
      </Button>
      <Button variant="quiet" label={t("edit-of", { name: url })} onPress={() => setOpen("edit")}>
        {t("edit")}
      </Button>
      <Button
        variant="quiet"
        pending={saving.pending}
        label={t(active ? "webhooks.stop-of" : "webhooks.start-of", { url })}
        onPress={() => void saving.save("PATCH", `/webhooks/${id}`, { active: !active })}
      >
        {t(active ? "webhooks.stop" : "webhooks.start")}
      </Button>
      <Button
        variant="quiet"
        className="!text-bad"
        label={t("webhooks.delete-of", { url })}
        onPress={() => setOpen("delete")}
      >
        {t("webhooks.delete")}
      </Button>
      <Dialog title={t("webhooks.deliveries")} open={open === "deliveries"} onClose={close} wide>
        <Deliveries tenant={tenant} webhook={webhook} />
      </Dialog>
      <Dialog title={t("webhooks.edit")} open={open === "edit"} onClose={close}>
        <WebhookForm tenant={tenant} webhook={webhook} onDone={close} />
      </Dialog>
      <ConfirmDialog
        open={open === "delete"}
        title={t("webhooks.delete-title")}
        text={t("webhooks.delete-text", { url })}
        confirm={t("webhooks.delete")}
        onConfirm={() => void saving.save("DELETE", `/webhooks/${id}`)}
        onClose={close}
      />
    </EntityRow>
  );
}
