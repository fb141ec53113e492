import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, LANGUAGES } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { problemText } from "../../api/problem-text.ts";
import type { Problem } from "../../api/problem.ts";
import { useDesk } from "../desk-context.ts";
import { queuesOf } from "../logic/served-queues.ts";

export interface IssuedTicket {
  readonly id: string;
  readonly number: string;
  readonly queue_name: string;
  readonly full_name?: string | null;
  readonly position: number | null;
  /** With the capability to leave the line, where the server gives it. */
  readonly ticket_url?: string;
}

interface Answer {
  readonly ticket: IssuedTicket;
  readonly ticket_url?: string;
}

export function AddVisitorForm({ onGiven }: { readonly onGiven: (ticket: IssuedTicket) => void }) {
  const { t } = useTranslation("console");
  const { view, served, commands } = useDesk();
  const queues = queuesOf(view);
  const [queueId, setQueueId] = useState(served[0] ?? "");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [service, setService] = useState("");
  const [priority, setPriority] = useState("0");
  const [locale, setLocale] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const offered = (view.queues[queueId]?.service_ids ?? []).flatMap((id) => view.services[id] ?? []).filter((each) => !each.archived);

  const send = async () => {
    const answer = await commands.run<Answer>("add", {
      path: `/queues/${queueId}/tickets`,
      body: {
        ...(name.trim() === "" ? {} : { full_name: name.trim() }),
        ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
        ...(offered.some((each) => String(each.id) === service) ? { service_id: Number(service) } : {}),
        priority: Number(priority),
        ...(locale === "" ? {} : { locale }),
      },
    });
    if (!answer.ok) return setProblem(answer.problem);
    const { ticket, ticket_url: address } = answer.value;
    onGiven(address === undefined ? ticket : { ...ticket, ticket_url: address });
  };
  const fieldError = (field: string) => (problem?.field === field ? problemText(t, problem) : null);

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField label={t("add.name")} value={name} onChange={setName} error={fieldError("full_name")} autoFocus />
      <TextField label={t("add.phone")} type="tel" value={phone} onChange={setPhone} error={fieldError("phone")} maxLength={24} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("add.queue")}
          value={queueId}
          onChange={setQueueId}
          choices={queues.map((queue) => ({ value: queue.id, text: `${queue.prefix} · ${queue.name}` }))}
        />
        {offered.length > 0 && (
          <SelectField
            label={t("add.service")}
            value={service}
            onChange={setService}
            error={fieldError("service_id")}
            choices={[{ value: "", text: t("add.no-service") }, ...offered.map((each) => ({ value: String(each.id), text: each.name }))]}
          />
        )}
        <SelectField
          label={t("add.priority")}
          value={priority}
          onChange={setPriority}
          choices={[
            { value: "0", text: t("priority.ordinary") },
            { value: "1", text: t("priority.priority") },
            { value: "2", text: t("priority.urgent") },
          ]}
        />
        <SelectField
          label={t("add.language")}
          value={locale}
          onChange={setLocale}
          choices={[{ value: "", text: t("add.no-language") }, ...LANGUAGES.map((each) => ({ value: each, text: LANGUAGE_NAMES[each] }))]}
        />
      </div>
      {problem !== null && problem.field === null && (
        <p role="alert" className="font-medium text-bad">
          {problemText(t, problem)}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" pending={commands.pending.has("add")} blocked={queueId === "" ? t("queue.none") : null}>
        {t("add.submit")}
      </Button>
    </form>
  );
}
