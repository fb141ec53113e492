import type { ProviderOnWire } from "@callnext/protocol";
import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import { staffQuery } from "../staff/staff-query.ts";
import type { ProviderDraft } from "./provider-draft.ts";

interface Props {
  readonly tenant: string;
  readonly form: FormState<ProviderDraft>;
  readonly saving: Saving;
  readonly others: readonly ProviderOnWire[];
  readonly own: ProviderOnWire | null;
}

/** A person, whose name is known; or a room or a chair, which gets one here. */
export function ProviderBasics({ tenant, form, saving, others, own }: Props) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  const staff = useQuery(staffQuery(useCallnext(), tenant)).data ?? [];
  const taken = new Set(others.filter(({ id }) => id !== own?.id).map(({ staff_id }) => staff_id));
  const free = staff.filter(({ id, active }) => active && !taken.has(id));
  const people = free.map(({ id, full_name }) => ({ value: String(id), text: full_name }));
  if (own !== null && own.staff_id !== null && !people.some(({ value }) => value === values.staff))
    people.push({ value: String(own.staff_id), text: own.name });
  const number = (field: "lanes" | "rank", max: number) => ({
    type: "number" as const,
    min: field === "lanes" ? 1 : 0,
    max,
    required: true,
    value: values[field],
    onChange: set(field),
    error: saving.errorOf(field),
    hint: t(`providers.${field}-hint`),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t("providers.who")}
        value={values.staff}
        onChange={set("staff")}
        error={saving.errorOf("staff_id")}
        choices={[{ value: "", text: t("providers.room") }, ...people]}
      />
      {values.staff === "" && (
        <TextField
          label={t("providers.name")}
          value={values.name}
          onChange={set("name")}
          error={saving.errorOf("name")}
          maxLength={80}
          required
        />
      )}
      <TextField label={t("providers.lanes")} {...number("lanes", 100)} />
      <TextField label={t("providers.rank")} {...number("rank", 1000)} />
    </div>
  );
}
