import type { ProviderOnWire, StaffView } from "@callnext/protocol";
import { ServiceChoice } from "../queues/ServiceChoice.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { AbsencesEditor } from "./AbsencesEditor.tsx";
import { PatternsEditor } from "./PatternsEditor.tsx";
import { bodyOf, draftOf } from "./provider-draft.ts";
import { ProviderBasics } from "./ProviderBasics.tsx";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  /** Null: a new one. */
  readonly provider: ProviderOnWire | null;
  readonly others: readonly ProviderOnWire[];
  readonly onDone: () => void;
}

const FIELDS = ["staff_id", "name", "lanes", "rank", "patterns", "absences"];

export function ProviderForm({ tenant, view, provider, others, onDone }: Props) {
  const shop = view.shop.self;
  const saving = useSave(tenant, FIELDS);
  const form = useForm(() => draftOf(provider, others.length + 1));
  const { values, set } = form;
  const send = async () => {
    const body = bodyOf(values);
    const answer = await (provider === null
      ? saving.save("POST", `/shops/${shop.id}/providers`, body)
      : saving.save("PATCH", `/providers/${provider.id}`, body));
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
      <ProviderBasics tenant={tenant} form={form} saving={saving} others={others} own={provider} />
      <ServiceChoice
        view={view}
        chosen={values.service_ids}
        onChange={set("service_ids")}
        legend="providers.services"
      />
      <PatternsEditor
        shop={shop}
        patterns={values.patterns}
        onChange={set("patterns")}
        error={saving.errorOf("patterns")}
      />
      <AbsencesEditor
        today={shop.service_day}
        absences={values.absences}
        onChange={set("absences")}
        error={saving.errorOf("absences")}
      />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
