import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import type { Saving } from "./use-save.ts";

/** The end of every form. */
export function FormActions({
  saving,
  onCancel,
  action,
}: {
  readonly saving: Saving;
  readonly onCancel?: () => void;
  /** What the button says; "Save" unless told. */
  readonly action?: string;
}) {
  const { t } = useTranslation("admin");
  return (
    <div className="flex flex-wrap justify-end gap-3 pt-2">
      {onCancel !== undefined && <Button onPress={onCancel}>{t("action.back")}</Button>}
      <Button type="submit" variant="primary" pending={saving.pending}>
        {action ?? t("save")}
      </Button>
    </div>
  );
}
