import type { StaffQueue, StaffView } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { freePrefix } from "./free-prefix.ts";
import { draftOf, policyOf } from "./policy-draft.ts";
import { PolicyEditor } from "./PolicyEditor.tsx";
import { ServiceChoice } from "./ServiceChoice.tsx";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  /** Null: a new one. */
  readonly queue: StaffQueue | null;
  readonly onDone: () => void;
}

const FIELDS = ["name", "prefix", "policy", "capacity", "service_ids", "target_wait_minutes", "rank"];

export function QueueForm({ tenant, view, queue, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const used = Object.values(view.queues).filter((each) => !each.archived);
  const { values, set } = useForm(() => ({
    name: queue?.name ?? "",
    prefix: queue?.prefix ?? freePrefix(used.map((each) => each.prefix)),
    policy: draftOf(queue?.policy ?? { kind: "fifo" }),
    capacity: queue?.capacity == null ? "" : String(queue.capacity),
    service_ids: queue?.service_ids ?? [],
    target: String(queue?.target_wait_minutes ?? 20),
    rank: String(queue?.rank ?? used.length + 1),
  }));
  const send = async () => {
    const answer = await saving.save(queue === null ? "POST" : "PATCH", queue === null ? `/shops/${view.shop.self.id}/queues` : `/queues/${queue.id}`, {
      name: values.name,
      prefix: values.prefix,
      policy: policyOf(values.policy),
      capacity: values.capacity === "" ? null : Number(values.capacity),
      service_ids: values.service_ids,
      target_wait_minutes: Number(values.target),
      rank: Number(values.rank),
    });
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
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("queues.name")} value={values.name} onChange={set("name")} error={saving.errorOf("name")} required autoFocus />
        <TextField label={t("queues.prefix")} value={values.prefix} onChange={(value) => set("prefix")(value.toUpperCase())} error={saving.errorOf("prefix")} hint={t("queues.prefix-hint", { prefix: values.prefix })} maxLength={3} required />
        <TextField label={t("queues.capacity")} type="number" min={1} max={5000} value={values.capacity} onChange={set("capacity")} error={saving.errorOf("capacity")} hint={t("queues.capacity-hint")} />
        <TextField label={t("queues.target")} type="number" min={1} max={1440} value={values.target} onChange={set("target")} error={saving.errorOf("target_wait_minutes")} hint={t("queues.target-hint")} required />
        <TextField label={t("queues.rank")} type="number" min={0} max={1000} value={values.rank} onChange={set("rank")} error={saving.errorOf("rank")} hint={t("queues.rank-hint")} required />
      </div>
      <PolicyEditor draft={values.policy} onChange={set("policy")} error={saving.errorOf("policy")} />
      <ServiceChoice view={view} chosen={values.service_ids} onChange={set("service_ids")} />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
