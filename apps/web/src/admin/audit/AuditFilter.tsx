import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { shopsQuery } from "../../console/start/shops-query.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { staffQuery } from "../staff/staff-query.ts";
import { AUDIT_ACTIONS, AUDIT_KINDS } from "./audit-actions.ts";
import type { AuditChoice } from "./audit-choice.ts";

interface Props {
  readonly tenant: string;
  readonly choice: AuditChoice;
  readonly onChange: (choice: AuditChoice) => void;
}

export function AuditFilter({ tenant, choice, onChange }: Props) {
  const { t } = useTranslation("admin");
  const client = useCallnext();
  const staff = useQuery(staffQuery(client, tenant)).data ?? [];
  const shops = useQuery(shopsQuery(client, tenant)).data ?? [];
  const set = (name: keyof AuditChoice) => (value: string) => onChange({ ...choice, [name]: value });
  return (
    <div className="mb-5 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <TextField label={t("audit.from")} type="date" value={choice.from} onChange={set("from")} />
      <TextField label={t("audit.until")} type="date" value={choice.until} onChange={set("until")} />
      <SelectField
        label={t("audit.who")}
        value={choice.actor}
        onChange={set("actor")}
        choices={[
          { value: "", text: t("audit.everybody") },
          ...staff.map(({ id, full_name }) => ({ value: `staff:${id}`, text: full_name })),
          ...AUDIT_KINDS.map((kind) => ({ value: kind, text: t(`audit-who.${kind}`) })),
        ]}
      />
      <SelectField
        label={t("audit.action")}
        value={choice.action}
        onChange={set("action")}
        choices={[
          { value: "", text: t("audit.everything") },
          ...AUDIT_ACTIONS.map((action) => ({ value: action, text: t(`audit-action.${action}`) })),
        ]}
      />
      <SelectField
        label={t("audit.shop")}
        value={choice.shop}
        onChange={set("shop")}
        choices={[
          { value: "", text: t("audit.all-shops") },
          ...shops.map(({ id, name }) => ({ value: String(id), text: name })),
        ]}
      />
      <SelectField
        label={t("audit.source")}
        value={choice.source}
        onChange={set("source")}
        choices={[
          { value: "", text: t("audit.both") },
          { value: "audit", text: t("audit.source-audit") },
          { value: "desk", text: t("audit.source-desk") },
        ]}
      />
    </div>
  );
}
