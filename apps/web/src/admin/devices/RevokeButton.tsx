import { useTranslation } from "react-i18next";
import { RemovalButton } from "../shared/RemovalButton.tsx";
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
  const { id, name } = device;
  return (
    <RemovalButton
      tenant={tenant}
      path={`/devices/${id}`}
      button={t("devices.revoke")}
      label={t("devices.revoke-of", { name })}
      title={t("devices.revoke-title", { name })}
      text={t("devices.revoke-text")}
    />
  );
}
