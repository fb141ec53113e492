import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useSave } from "./use-save.ts";

interface Props {
  readonly tenant: string;
  readonly path: string;
  readonly name: string;
}

/** Takes something out of use after a question; what it was called stays known for old tickets. */
export function ArchiveButton({ tenant, path, name }: Props) {
  const { t } = useTranslation("admin");
  const [asking, setAsking] = useState(false);
  const saving = useSave(tenant);
  return (
    <>
      <Button
        variant="quiet"
        className="!text-bad"
        pending={saving.pending}
        onPress={() => setAsking(true)}
        label={t("archive.of", { name })}
      >
        {t("archive.button")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("archive.title", { name })}
        text={t("archive.text")}
        confirm={t("archive.button")}
        onConfirm={() => void saving.save("DELETE", path)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
