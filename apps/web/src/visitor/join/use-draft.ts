import { useState } from "react";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { useJoinWords } from "./catalogue.ts";
import { isPhone } from "../is-phone.ts";
import type { JoinView, QueueChoice } from "./join-view.ts";
import type { JoinRequest } from "./use-join.ts";

export interface Draft {
  /** The line chosen, or the only one there is. */
  readonly queue: QueueChoice | undefined;
  readonly service: number | null;
  readonly name: string;
  readonly phone: string;
  /** What is wrong, in words, once it is time to say so. */
  readonly wrong: {
    readonly queue: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  };
  readonly pickQueue: (id: string) => void;
  readonly pickService: (id: number | null) => void;
  readonly setName: (name: string) => void;
  readonly setPhone: (phone: string) => void;
  /** What can be sent, or null where something is wrong, which is said from then on. */
  readonly finish: () => { readonly queueId: string; readonly request: JoinRequest } | null;
}

/** What the visitor has filled in so far. */
export function useDraft(view: JoinView, phoneRequired: boolean): Draft {
  const t = useJoinWords();
  const { language } = useLanguage();
  const [picked, pickQueue] = useState<string | null>(null);
  const [service, pickService] = useState<number | null>(null);
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [checked, setChecked] = useState(false);
  const open = view.queues.filter((queue) => queue.bar === null);
  const queue = open.find(({ id }) => id === picked) ?? (open.length === 1 ? open[0] : undefined);
  const noName = name.trim() === "";
  const noPhone = !isPhone(phone) || (phoneRequired && phone.trim() === "");
  const wrong = {
    queue: checked && queue === undefined ? t("missing.queue") : null,
    name: checked && noName ? t("missing.name") : null,
    phone: checked && noPhone ? t("missing.phone") : null,
  };
  const finish: Draft["finish"] = () => {
    setChecked(true);
    if (queue === undefined || noName || noPhone) return null;
    const service_id = queue.services.some(({ id }) => id === service) ? service : null;
    const request = { full_name: name.trim(), phone: phone.trim(), locale: language, service_id };
    return { queueId: queue.id, request };
  };
  return { queue, service, name, phone, wrong, pickQueue, pickService, setName, setPhone, finish };
}
