import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../console/api/types.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { useSave } from "../shared/use-save.ts";

interface Props {
  readonly tenant: string;
  readonly member: StaffMember;
}

/** For a colleague whose phone is lost: they sign in by their password again, and set up a new one. */
export function ResetFactorButton({ tenant, member }: Props) {
  const { t } = useTranslation("admin");
  const [asking, setAsking] = useState(false);
  const saving = useSave(tenant);
  const name = member.full_name;
  return (
    <>
      <Button
        variant="quiet"
        label={t("reset-factor.of", { name })}
        pending={saving.pending}
        onPress={() => setAsking(true)}
      >
        {t("reset-factor.button")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("reset-factor.title", { name })}
        text={t("reset-factor.text")}
        confirm={t("reset-factor.button")}
        onConfirm={() => void saving.save("POST", `/staff/${String(member.id)}/reset-second-factor`)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
