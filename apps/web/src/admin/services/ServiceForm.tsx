import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { ServiceBuffers } from "./ServiceBuffers.tsx";
import { bodyOf, draftOf } from "./service-draft.ts";
import type { ServiceSettings } from "./services-query.ts";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
  /** Null: a new one. */
  readonly service: ServiceSettings | null;
  readonly onDone: () => void;
}

const FIELDS = ["name", "duration_minutes", "buffer_before_minutes", "buffer_after_minutes"];

export function ServiceForm({ tenant, shopId, service, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const form = useForm(() => draftOf(service));
  const { values, set } = form;
  const path = service === null ? `/shops/${shopId}/services` : `/shops/${shopId}/services/${service.id}`;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void saving
          .save(service === null ? "POST" : "PATCH", path, bodyOf(values))
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
      <CheckboxField
        label={t("services.bookable")}
        hint={t("services.bookable-hint")}
        checked={values.bookable}
        onChange={set("bookable")}
      />
      {values.bookable && <ServiceBuffers form={form} saving={saving} />}
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
