import type { StaffView } from "@callnext/protocol";
import { queuesOf } from "../../console/desk/logic/served-queues.ts";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { bodyOf, draftOf } from "./display-draft.ts";
import { DisplayBasics } from "./DisplayBasics.tsx";
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
  "name",
  "type",
  "layout",
  "queue_ids",
  "theme",
  "custom_message",
  "secondary_message",
  "message_position",
  "auto_refresh_seconds",
  "visitor_names",
  "video_url",
  "background_image",
  "ticket_colors",
];

export function DisplayForm({ tenant, view, display, onDone }: Props) {
  const saving = useSave(tenant, FIELDS);
  const queues = queuesOf(view);
  const form = useForm(() =>
    draftOf(
      display,
      queues.map((queue) => queue.id),
    ),
  );
  const { values } = form;
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
      <DisplayBasics form={form} saving={saving} />
      <QueueChoice queues={queues} form={form} saving={saving} />
      <ThemeEditor form={form} saving={saving} />
      <MessageFields form={form} saving={saving} />
      <MediaFields form={form} saving={saving} />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
