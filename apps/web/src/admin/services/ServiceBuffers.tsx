import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import type { FormState } from "../shared/use-form.ts";
import type { Saving } from "../shared/use-save.ts";
import type { ServiceDraft } from "./service-draft.ts";

interface Props {
  readonly form: FormState<ServiceDraft>;
  readonly saving: Saving;
}

/** Time around an appointment in which nobody else is booked. */
export function ServiceBuffers({ form, saving }: Props) {
  const { t } = useTranslation("admin");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(["before", "after"] as const).map((side) => (
        <TextField
          key={side}
          label={t(`services.buffer-${side}`)}
          hint={t(`services.buffer-${side}-hint`)}
          type="number"
          min={0}
          max={240}
          required
          value={form.values[side]}
          onChange={form.set(side)}
          error={saving.errorOf(`buffer_${side}_minutes`)}
        />
      ))}
    </div>
  );
}
