import type { BookingRulesOnWire, StaffShop } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { CopyLink } from "../../ui/CopyLink.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useSave } from "../shared/use-save.ts";
import { bodyOf, draftOf, RULE_NUMBERS } from "./rules-draft.ts";

interface Props {
  readonly tenant: string;
  readonly shop: StaffShop;
  readonly rules: BookingRulesOnWire;
}

export function RulesForm({ tenant, shop, rules }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant);
  const [draft, setDraft] = useState(() => draftOf(rules));
  const { open, numbers } = draft;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save("PATCH", `/shops/${shop.id}`, { booking: bodyOf(draft) });
      }}
    >
      <CheckboxField
        label={t("booking-rules.open")}
        hint={t("booking-rules.open-hint")}
        checked={open}
        onChange={(checked) => setDraft({ ...draft, open: checked })}
      />
      {open && (
        <div>
          <p className="text-sm font-medium">{t("booking-rules.page")}</p>
          <div className="flex justify-start">
            <CopyLink address={new URL(`/book/${shop.slug}`, location.origin).href} />
          </div>
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {RULE_NUMBERS.map(({ name, min, max }) => (
          <TextField
            key={name}
            label={t(`booking-rules.${name}`)}
            hint={t(`booking-rules.${name}-hint`)}
            type="number"
            min={min}
            max={max}
            required
            value={numbers[name]}
            onChange={(value) => setDraft({ ...draft, numbers: { ...numbers, [name]: value } })}
          />
        ))}
      </div>
      <FormActions saving={saving} />
    </form>
  );
}
