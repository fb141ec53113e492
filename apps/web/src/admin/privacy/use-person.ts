import { useState } from "react";
import { downloadJson } from "../shared/download-json.ts";
import { useSave } from "../shared/use-save.ts";
import { useRequest } from "../../console/api/use-request.ts";

export interface FoundVisit {
  readonly ticket_id: string;
  readonly number: string;
  readonly service_day: string;
  readonly shop_name: string;
  /** Null where nothing is held any more. */
  readonly person: {
    readonly full_name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
}

interface Found {
  readonly tickets: readonly FoundVisit[];
  readonly more: boolean;
}

export interface PersonSearch {
  readonly pending: boolean;
  readonly error: string | null;
  readonly found: Found | null;
  /** Another one with each answer. */
  readonly round: number;
  readonly search: (by: string, value: string) => Promise<void>;
  /** Hands over what is held, as a file. */
  readonly take: (ids: readonly string[]) => Promise<void>;
  readonly erase: (ids: readonly string[]) => Promise<void>;
}

export function usePerson(tenant: string): PersonSearch {
  const saving = useSave(tenant);
  const asking = useRequest();
  const [asked, setAsked] = useState<Readonly<Record<string, string>> | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [round, setRound] = useState(0);
  const look = async (body: Readonly<Record<string, string>>): Promise<void> => {
    setAsked(body);
    const answered = await asking.send<Found>("POST", `/tenants/${tenant}/people/search`, body);
    setFound(answered?.answer ?? null);
    setRound((before) => before + 1);
  };
  return {
    pending: saving.pending || asking.pending,
    error: asking.error,
    found,
    round,
    search: (by, value) => look({ [by]: value }),
    async take(ids) {
      const path = `/tenants/${tenant}/people/export`;
      const held = await asking.send<object>("POST", path, { ticket_ids: ids });
      if (held !== undefined) downloadJson("person.json", held.answer);
    },
    async erase(ids) {
      const erased = await saving.save<object>("POST", "/people/erasure", { ticket_ids: ids });
      if (erased !== null && asked !== null) await look(asked);
    },
  };
}
