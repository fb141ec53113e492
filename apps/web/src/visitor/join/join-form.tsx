import type { FormEvent } from "react";
import { useJoinWords } from "./catalogue.ts";
import { JoinButton } from "./join-button.tsx";
import type { JoinView } from "./join-view.ts";
import { QueuePicker } from "./queue-picker.tsx";
import { ServicePicker } from "./service-picker.tsx";
import { TextField } from "../text-field.tsx";
import { useDraft } from "./use-draft.ts";
import type { Joining, JoinRequest } from "./use-join.ts";

interface Props {
  readonly view: JoinView;
  readonly joining: Joining;
  readonly phoneRequired: boolean;
  readonly onJoin: (queueId: string, request: JoinRequest) => void;
}

export function JoinForm({ view, joining, phoneRequired, onJoin }: Props) {
  const t = useJoinWords();
  const draft = useDraft(view, phoneRequired);
  const { queue, wrong } = draft;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (joining.kind === "sending") return;
    const wish = draft.finish();
    if (wish !== null) onJoin(wish.queueId, wish.request);
  };

  return (
    <form className="join-form" onSubmit={submit} noValidate>
      <QueuePicker queues={view.queues} chosen={queue?.id ?? null} onChoose={draft.pickQueue} />
      {wrong.queue === null ? null : (
        <p className="wrong" role="alert">
          {wrong.queue}
        </p>
      )}
      {queue === undefined ? null : (
        <ServicePicker services={queue.services} chosen={draft.service} onChoose={draft.pickService} />
      )}
      <TextField
        name="full_name"
        label={t("name")}
        hint={t("nameHint")}
        value={draft.name}
        onChange={draft.setName}
        autoComplete="name"
        maxLength={120}
        wrong={wrong.name}
      />
      <TextField
        name="phone"
        type="tel"
        label={t(phoneRequired ? "phone" : "phoneOptional")}
        value={draft.phone}
        onChange={draft.setPhone}
        autoComplete="tel"
        maxLength={40}
        wrong={wrong.phone}
      />
      <JoinButton joining={joining} />
    </form>
  );
}
