import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EntityRow } from "../../admin/shared/EntityRow.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import type { OperatedTenant } from "./tenants-query.ts";
import { useOperate } from "./use-operate.ts";

export function TenantRow({ tenant }: { readonly tenant: OperatedTenant }) {
  const { t } = useTranslation("console");
  const operate = useOperate();
  const [asking, setAsking] = useState(false);
  const { slug, name } = tenant;
  const isSuspended = tenant.suspended_at !== null;
  const counts = t("operator.counts", { shops: tenant.shops, staff: tenant.staff });
  return (
    <EntityRow
      title={name}
      facts={`${slug} · ${counts}`}
      badges={isSuspended && <Badge tone="bad">{t("operator.suspended")}</Badge>}
    >
      {operate.refusal !== null && (
        <p role="alert" className="text-bad">
          {operate.refusal}
        </p>
      )}
      {isSuspended ? (
        <Button
          pending={operate.pending}
          label={t("operator.resume-of", { name })}
          onPress={() => void operate.send(`/${slug}/resume`)}
        >
          {t("operator.resume")}
        </Button>
      ) : (
        <Button
          variant="quiet"
          className="!text-bad"
          pending={operate.pending}
          label={t("operator.suspend-of", { name })}
          onPress={() => setAsking(true)}
        >
          {t("operator.suspend")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t("operator.suspend-title", { name })}
        text={t("operator.suspend-text")}
        confirm={t("operator.suspend")}
        onConfirm={() => void operate.send(`/${slug}/suspend`)}
        onClose={() => setAsking(false)}
      />
    </EntityRow>
  );
}
