import type { StaffView } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { queuesOf } from "../../console/desk/logic/served-queues.ts";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { bodyOf, DISPLAY_LAYOUTS, DISPLAY_TYPES, draftOf } from "./display-draft.ts";
import type { ManagedDisplay } from "./displays-query.ts";
import { MediaFields } from "./MediaFields.tsx";
import { MessageFields } from "./MessageFields.tsx";
import { QueueChoice } from "./QueueChoice.tsx";
import { ThemeEditor } from "./ThemeEditor.tsx";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  /** Null: a new one. */
  readonly display: ManagedDisplay | null;
  readonly onDone: () => void;
}

const FIELDS = [
  "name", "type", "layout", "queue_ids", "theme", "custom_message", "secondary_message", "message_position",
  "auto_refresh_seconds", "video_url", "background_image", "ticket_colors",
];

export function DisplayForm({ tenant, view, display, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const queues = queuesOf(view);
  const form = useForm(() => draftOf(display, queues.map((queue) => queue.id)));
  const { values, set } = form;
  const send = async () => {
    const path = display === null ? `/shops/${view.shop.self.id}/displays` : `/displays/${display.id}`;
    const answer = await saving.save(display === null ? "POST" : "PATCH", path, bodyOf(values));
    if (answer !== null) onDone();
  };
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("displays.name")} value={values.name} onChange={set("name")} error={saving.errorOf("name")} required autoFocus />
        <TextField label={t("displays.every")} type="number" min={2} max={300} value={values.refresh} onChange={set("refresh")} error={saving.errorOf("auto_refresh_seconds")} hint={t("displays.every-hint")} required />
        <SelectField label={t("displays.type")} value={values.type} onChange={set("type")} error={saving.errorOf("type")} choices={DISPLAY_TYPES.map((each) => ({ value: each, text: t(`display-type.${each}`) }))} />
        <SelectField label={t("displays.layout")} value={values.layout} onChange={set("layout")} error={saving.errorOf("layout")} choices={DISPLAY_LAYOUTS.map((each) => ({ value: each, text: t(`display-layout.${each}`) }))} />
      </div>
      <CheckboxField label={t("displays.active")} hint={t("displays.active-hint")} checked={values.active} onChange={set("active")} />
      <QueueChoice queues={queues} form={form} saving={saving} />
      <ThemeEditor form={form} saving={saving} />
      <MessageFields form={form} saving={saving} />
      <MediaFields form={form} saving={saving} />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
