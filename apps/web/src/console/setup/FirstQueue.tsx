import { useTranslation } from "react-i18next";
import { FormActions } from "../../admin/shared/FormActions.tsx";
import { useForm } from "../../admin/shared/use-form.ts";
import { useSave } from "../../admin/shared/use-save.ts";
import { TextField } from "../../ui/TextField.tsx";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
  readonly onMade: (queueId: string) => void;
}

export function FirstQueue({ tenant, shopId, onMade }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["name", "prefix"]);
  const { values, set } = useForm({ name: "", prefix: "A" });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void saving
          .save<{ queue: { id: string } }>("POST", `/shops/${shopId}/queues`, values)
          .then((answer) => answer && onMade(answer.queue.id));
      }}
    >
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
      <FormActions saving={saving} />
    </form>
  );
}
