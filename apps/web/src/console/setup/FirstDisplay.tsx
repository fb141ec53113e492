import { useTranslation } from "react-i18next";
import { FormActions } from "../../admin/shared/FormActions.tsx";
import { useForm } from "../../admin/shared/use-form.ts";
import { useSave } from "../../admin/shared/use-save.ts";
import { TextField } from "../../ui/TextField.tsx";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
  readonly queueId: string;
  readonly onMade: (displayId: string) => void;
}

export function FirstDisplay({ tenant, shopId, queueId, onMade }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["name"]);
  const { values, set } = useForm({ name: t("displays.first-name") });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { ...values, queue_ids: [queueId] };
        void saving
          .save<{ display: { id: string } }>("POST", `/shops/${shopId}/displays`, body)
          .then((answer) => answer && onMade(answer.display.id));
      }}
    >
      <TextField
        label={t("displays.name")}
        value={values.name}
        onChange={set("name")}
        error={saving.errorOf("name")}
        required
        autoFocus
      />
      <FormActions saving={saving} />
    </form>
  );
}
