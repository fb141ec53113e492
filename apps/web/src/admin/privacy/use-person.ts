import { useState } from "react";
import {
  chosenIds,
  type FoundMatches,
  type FoundPerson,
  foundPerson,
  type FoundVisit,
} from "./found-person.ts";
import { downloadJson } from "../shared/download-json.ts";
import { useSave } from "../shared/use-save.ts";
import { useRequest } from "../../console/api/use-request.ts";

export interface PersonSearch {
  readonly pending: boolean;
  readonly error: string | null;
  readonly found: FoundPerson | null;
  /** Another one with each answer. */
  readonly round: number;
  readonly search: (by: string, value: string) => Promise<void>;
  /** Hands over what is held, as a file. */
  readonly take: (visits: readonly FoundVisit[]) => Promise<void>;
  readonly erase: (visits: readonly FoundVisit[]) => Promise<void>;
}

export function usePerson(tenant: string): PersonSearch {
  const saving = useSave(tenant);
  const asking = useRequest();
  const [asked, setAsked] = useState<Readonly<Record<string, string>> | null>(null);
  const [found, setFound] = useState<FoundPerson | null>(null);
  const [round, setRound] = useState(0);
  const look = async (body: Readonly<Record<string, string>>): Promise<void> => {
    setAsked(body);
    const answered = await asking.send<FoundMatches>("POST", `/tenants/${tenant}/people/search`, body);
    setFound(answered === undefined ? null : foundPerson(answered.answer));
    setRound((before) => before + 1);
  };
  return {
    pending: saving.pending || asking.pending,
    error: asking.error,
    found,
    round,
    search: (by, value) => look({ [by]: value }),
    async take(visits) {
      const path = `/tenants/${tenant}/people/export`;
      const held = await asking.send<object>("POST", path, chosenIds(visits));
      if (held !== undefined) downloadJson("person.json", held.answer);
    },
    async erase(visits) {
      const erased = await saving.save<object>("POST", "/people/erasure", chosenIds(visits));
      if (erased !== null && asked !== null) await look(asked);
    },
  };
}
