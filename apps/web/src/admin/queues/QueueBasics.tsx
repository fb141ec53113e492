import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import type { QueueDraft } from "./queue-draft.ts";

interface Props {
  readonly form: FormState<QueueDraft>;
  readonly saving: Saving;
}

export function QueueBasics({ form, saving }: Props) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  const number = (field: "capacity" | "target" | "rank", wireName: string) => ({
    type: "number" as const,
    value: values[field],
    onChange: set(field),
    error: saving.errorOf(wireName),
    hint: t(`queues.${field}-hint`),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("queues.name")}
        value={values.name}
        onChange={set("name")}
        error={saving.errorOf("name")}
        required
        autoFocus
      />
      <TextField
        label={t("queues.prefix")}
        value={values.prefix}
        onChange={(value) => set("prefix")(value.toUpperCase())}
        error={saving.errorOf("prefix")}
        hint={t("queues.prefix-hint", { prefix: values.prefix })}
        maxLength={3}
        required
      />
      <TextField label={t("queues.capacity")} {...number("capacity", "capacity")} min={1} max={5000} />
      <TextField
        label={t("queues.target")}
        {...number("target", "target_wait_minutes")}
        min={1}
        max={1440}
        required
      />
      <TextField label={t("queues.rank")} {...number("rank", "rank")} min={0} max={1000} required />
    </div>
  );
}
