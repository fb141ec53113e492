import type { StaffCounter } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
  /** Null: a new one. */
  readonly counter: StaffCounter | null;
  readonly onDone: () => void;
}

export function CounterForm({ tenant, shopId, counter, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["label"]);
  const { values, set } = useForm({ label: counter?.label ?? "" });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const path = counter === null ? `/shops/${shopId}/counters` : `/counters/${counter.id}`;
        void saving
          .save(counter === null ? "POST" : "PATCH", path, values)
          .then((answer) => answer !== null && onDone());
      }}
    >
      <TextField
        label={t("counters.label")}
        value={values.label}
        onChange={set("label")}
        error={saving.errorOf("label")}
        hint={t("counters.label-hint")}
        maxLength={20}
        required
        autoFocus
      />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
