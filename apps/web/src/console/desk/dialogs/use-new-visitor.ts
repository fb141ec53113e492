import type { ServiceOnWire } from "@callnext/protocol";
import { useState } from "react";
import { NO_ANSWER, type Problem } from "../../api/problem.ts";
import { useSteadyKey } from "../../api/use-steady-key.ts";
import { useDesk } from "../desk-context.ts";
import type { IssuedTicket } from "./issued-ticket.ts";

export interface NewVisitor {
  readonly queueId: string;
  readonly name: string;
  readonly phone: string;
  readonly service: string;
  readonly priority: string;
  readonly locale: string;
}

export interface NewVisitorForm {
  readonly values: NewVisitor;
  readonly set: (field: keyof NewVisitor) => (value: string) => void;
  /** Services of the chosen queue. */
  readonly offered: readonly ServiceOnWire[];
  readonly problem: Problem | null;
  readonly pending: boolean;
  readonly send: () => Promise<void>;
}

interface Answer {
  readonly ticket: IssuedTicket;
  readonly ticket_url?: string;
}

export function useNewVisitor(onGiven: (ticket: IssuedTicket) => void): NewVisitorForm {
  const { view, served, commands } = useDesk();
  const keys = useSteadyKey();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [values, setValues] = useState<NewVisitor>(() => ({
    queueId: served[0] ?? "",
    name: "",
    phone: "",
    service: "",
    priority: "0",
    locale: "",
  }));
  const offered = (view.queues[values.queueId]?.service_ids ?? [])
    .flatMap((id) => view.services[id] ?? [])
    .filter((each) => !each.archived);

  const send = async (): Promise<void> => {
    const path = `/queues/${values.queueId}/tickets`;
    const request = { path, body: bodyOf(values, offered) };
    const answer = await commands.run<Answer>("add", { ...request, key: keys.of(request) });
    if (answer.ok || answer.problem?.code !== NO_ANSWER) keys.answered();
    if (!answer.ok) return setProblem(answer.problem);
    const { ticket, ticket_url: address } = answer.value;
    onGiven(address === undefined ? ticket : { ...ticket, ticket_url: address });
  };
  return {
    values,
    set: (field) => (value) => setValues((before) => ({ ...before, [field]: value })),
    offered,
    problem,
    pending: commands.pending.has("add"),
    send,
  };
}

function bodyOf({ name, phone, service, priority, locale }: NewVisitor, offered: readonly ServiceOnWire[]) {
  return {
    ...(name.trim() === "" ? {} : { full_name: name.trim() }),
    ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
    // A service chosen for another queue does not go along.
    ...(offered.some((each) => String(each.id) === service) ? { service_id: Number(service) } : {}),
    priority: Number(priority),
    ...(locale === "" ? {} : { locale }),
  };
}
