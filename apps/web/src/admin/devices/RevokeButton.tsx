import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useSave } from "../shared/use-save.ts";
import type { ManagedDevice } from "./devices-query.ts";

/** Switches a screen off for good, after a question. */
export function RevokeButton({
  tenant,
  device,
}: {
  readonly tenant: string;
  readonly device: ManagedDevice;
}) {
  const { t } = useTranslation("admin");
  const [asking, setAsking] = useState(false);
  const saving = useSave(tenant);
  const { name } = device;
  return (
    <>
      <Button
        variant="quiet"
        className="!text-bad"
        pending={saving.pending}
        onPress={() => setAsking(true)}
        label={t("devices.revoke-of", { name })}
      >
        {t("devices.revoke")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("devices.revoke-title", { name })}
        text={t("devices.revoke-text")}
        confirm={t("devices.revoke")}
        onConfirm={() => void saving.save("DELETE", `/devices/${device.id}`)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
