import { useBoards } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useDesk } from "../desk-context.ts";
import { boardAlarms } from "./board-alarms.ts";

/** A strip for each board that fell silent, shows an old state or cannot be heard. Hiding one holds for this page only. */
export function BoardAlarms() {
  const { t } = useTranslation("console");
  const { shopId, view: shop } = useDesk();
  const { view } = useBoards(shopId);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const alarms = view === null ? [] : boardAlarms(view).filter(({ key }) => !hidden.includes(key));
  const timeZone = shop.shop.self.time_zone;
  return (
    <div role="status" aria-label={t("boards.alarms")}>
      {alarms.map(({ key, kind, name, lastSeen }) => (
        <div
          key={key}
          data-board-alarm={kind}
          className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1 text-center font-medium text-warn"
        >
          <Icon name="board" />
          <span>{t(`boards.${kind}`, { name, time: formatTime(lastSeen, { timeZone }) })}</span>
          <Button variant="quiet" onPress={() => setHidden((keys) => [...keys, key])}>
            {t("boards.dismiss")}
          </Button>
        </div>
      ))}
    </div>
  );
}
