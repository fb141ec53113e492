import type { ServiceOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
  /** Null: a new one. */
  readonly service: ServiceOnWire | null;
  readonly onDone: () => void;
}

export function ServiceForm({ tenant, shopId, service, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["name", "duration_minutes"]);
  const { values, set } = useForm({
    name: service?.name ?? "",
    minutes: String(service?.duration_minutes ?? 15),
  });
  const path = service === null ? `/shops/${shopId}/services` : `/shops/${shopId}/services/${service.id}`;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name: values.name, duration_minutes: Number(values.minutes) };
        void saving
          .save(service === null ? "POST" : "PATCH", path, body)
          .then((answer) => answer !== null && onDone());
      }}
    >
      <TextField
        label={t("services.name")}
        value={values.name}
        onChange={set("name")}
        error={saving.errorOf("name")}
        required
        autoFocus
      />
      <TextField
        label={t("services.duration")}
        type="number"
        min={1}
        max={480}
        value={values.minutes}
        onChange={set("minutes")}
        error={saving.errorOf("duration_minutes")}
        hint={t("services.duration-hint")}
        required
      />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
