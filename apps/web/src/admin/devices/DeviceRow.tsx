import { useBoards } from "@callnext/react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/languages.ts";
import { formatDate } from "../../i18n/format-date.ts";
import { formatTime } from "../../i18n/format-time.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { useNow } from "../../ui/use-now.ts";
import { EntityRow } from "../shared/EntityRow.tsx";
import type { ManagedDevice } from "./devices-query.ts";
import { PRESENCE_TONES, presenceOf } from "./presence.ts";
import { RevokeButton } from "./RevokeButton.tsx";

interface Props {
  readonly tenant: string;
  readonly device: ManagedDevice;
  /** Null: there is only one. */
  readonly shopName: string | null;
  readonly onEdit: () => void;
}

const LOOK_EVERY_MS = 10_000;

export function DeviceRow({ tenant, device, shopName, onEdit }: Props) {
  const { t, i18n } = useTranslation("admin");
  const { view } = useBoards(device.shop_id);
  const presence = presenceOf(device, view, useNow(LOOK_EVERY_MS));
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const when = (iso: string): string =>
    `${formatDate(Date.parse(iso), language)}, ${formatTime(Date.parse(iso))}`;
  const facts = [
    device.display_name ?? t("devices.kiosk"),
    shopName,
    device.last_seen_at === null ? null : t("devices.seen", { when: when(device.last_seen_at) }),
    device.paired_by === null ? null : t("devices.paired", { name: device.paired_by }),
  ];
  return (
    <EntityRow
      title={device.name}
      facts={facts.filter((fact) => fact !== null).join(" · ")}
      badges={
        <span data-presence={presence}>
          <Badge tone={PRESENCE_TONES[presence]}>{t(`devices.presence-${presence}`)}</Badge>
        </span>
      }
    >
      <Button label={t("edit-of", { name: device.name })} onPress={onEdit}>
        {t("edit")}
      </Button>
      <RevokeButton tenant={tenant} device={device} />
    </EntityRow>
  );
}
