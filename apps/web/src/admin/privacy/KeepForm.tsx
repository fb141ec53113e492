import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { Section } from "../shared/Section.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import type { Privacy } from "./privacy-query.ts";

interface Props {
  readonly tenant: string;
  readonly privacy: Privacy;
}

export function KeepForm({ tenant, privacy }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["retention_days", "audit_days"]);
  const { values, set } = useForm({
    retention: String(privacy.retention_days),
    audit: String(privacy.audit_days),
  });
  return (
    <Section title={t("privacy.keep")} text={t("privacy.keep-text")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void saving.save("PATCH", "/privacy", {
            retention_days: Number(values.retention),
            audit_days: Number(values.audit),
          });
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("privacy.retention")}
            type="number"
            min={1}
            max={3650}
            value={values.retention}
            onChange={set("retention")}
            error={saving.errorOf("retention_days")}
            required
          />
          <TextField
            label={t("privacy.audit-days")}
            hint={t("privacy.audit-days-hint")}
            type="number"
            min={90}
            max={3650}
            value={values.audit}
            onChange={set("audit")}
            error={saving.errorOf("audit_days")}
            required
          />
        </div>
        <FormActions saving={saving} />
      </form>
    </Section>
  );
}
