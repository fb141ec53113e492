import type { StaffQueue, StaffView } from "@callnext/protocol";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { PolicyEditor } from "./PolicyEditor.tsx";
import { bodyOf, draftOf } from "./queue-draft.ts";
import { QueueBasics } from "./QueueBasics.tsx";
import { ServiceChoice } from "./ServiceChoice.tsx";
import { WalkInsAhead } from "./WalkInsAhead.tsx";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  /** Null: a new one. */
  readonly queue: StaffQueue | null;
  readonly onDone: () => void;
}

const FIELDS = ["name", "prefix", "policy", "capacity", "target_wait_minutes", "rank", "walk_ins_ahead"];

export function QueueForm({ tenant, view, queue, onDone }: Props) {
  const saving = useSave(tenant, FIELDS);
  const form = useForm(() => draftOf(queue, view));
  const { values, set } = form;
  const send = async () => {
    const body = bodyOf(values);
    const answer = await (queue === null
      ? saving.save("POST", `/shops/${view.shop.self.id}/queues`, body)
      : saving.save("PATCH", `/queues/${queue.id}`, body));
    if (answer !== null) onDone();
  };
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <QueueBasics form={form} saving={saving} />
      <PolicyEditor draft={values.policy} onChange={set("policy")} error={saving.errorOf("policy")} />
      <WalkInsAhead value={values.ahead} onChange={set("ahead")} error={saving.errorOf("walk_ins_ahead")} />
      <ServiceChoice view={view} chosen={values.service_ids} onChange={set("service_ids")} />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
