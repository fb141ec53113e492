import { type FormEvent, useState } from "react";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { useJoinWords } from "./catalogue.ts";
import { isPhone } from "./is-phone.ts";
import type { JoinView } from "./join-view.ts";
import { problemKey } from "./problem-key.ts";
import { QueuePicker } from "./queue-picker.tsx";
import { ServicePicker } from "./service-picker.tsx";
import { TextField } from "./text-field.tsx";
import type { Joining, JoinRequest } from "./use-join.ts";

interface Props {
  readonly view: JoinView;
  readonly joining: Joining;
  readonly phoneRequired: boolean;
  readonly onJoin: (queueId: string, request: JoinRequest) => void;
}

export function JoinForm({ view, joining, phoneRequired, onJoin }: Props) {
  const t = useJoinWords();
  const { language } = useLanguage();
  const [picked, setPicked] = useState<string | null>(null);
  const [service, setService] = useState<number | null>(null);
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [checked, setChecked] = useState(false);
  const open = view.queues.filter((queue) => queue.bar === null);
  const queue = open.find(({ id }) => id === picked) ?? (open.length === 1 ? open[0] : undefined);
  const wrong = {
    queue: queue === undefined ? t("missing.queue") : null,
    name: name.trim() === "" ? t("missing.name") : null,
    phone: !isPhone(phone) || (phoneRequired && phone.trim() === "") ? t("missing.phone") : null,
  };
  const sending = joining.kind === "sending";

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (sending || queue === undefined || wrong.name !== null || wrong.phone !== null) return;
    const offered = queue.services.some(({ id }) => id === service);
    onJoin(queue.id, { full_name: name.trim(), phone: phone.trim(), locale: language, service_id: offered ? service : null });
  };

  return (
    <form className="join-form" onSubmit={submit} noValidate>
      <QueuePicker queues={view.queues} chosen={queue?.id ?? null} onChoose={setPicked} />
      {checked && wrong.queue !== null ? <p className="wrong" role="alert">{wrong.queue}</p> : null}
      {queue === undefined ? null : <ServicePicker services={queue.services} chosen={service} onChoose={setService} />}
      <TextField name="full_name" label={t("name")} hint={t("nameHint")} value={name} onChange={setName} autoComplete="name" maxLength={120} wrong={checked ? wrong.name : null} />
      <TextField name="phone" type="tel" label={t(phoneRequired ? "phone" : "phoneOptional")} value={phone} onChange={setPhone} autoComplete="tel" maxLength={40} wrong={checked ? wrong.phone : null} />
      <div aria-live="assertive">
        {joining.kind === "refused" ? <p className="notice notice-bad" data-testid="join-problem">{t(problemKey(joining.code))}</p> : null}
      </div>
      <button type="submit" className="button button-main join-button" aria-disabled={sending} data-testid="join">
        {sending ? t("joining") : t(joining.kind === "refused" ? "again" : "join")}
      </button>
    </form>
  );
}
