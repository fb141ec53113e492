import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useSave } from "../shared/use-save.ts";
import type { ManagedDisplay } from "./displays-query.ts";

export function RefreshBoard({
  tenant,
  display,
}: {
  readonly tenant: string;
  readonly display: ManagedDisplay;
}) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant);
  return (
    <Button
      label={t("displays.refresh-of", { name: display.name })}
      pending={saving.pending}
      onPress={() => void saving.save("POST", `/displays/${display.id}/refresh`, {})}
    >
      {t("displays.refresh")}
    </Button>
  );
}
