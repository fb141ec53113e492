import type { StaffQueue, WhatIfAnswer } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRequest } from "../../console/api/use-request.ts";
import { Button } from "../../ui/Button.tsx";
import { PolicyEditor } from "../queues/PolicyEditor.tsx";
import { draftOf, policyOf } from "../queues/policy-draft.ts";
import { type WhatIfChoice, WhatIfChoices } from "./WhatIfChoices.tsx";
import { WhatIfTable } from "./WhatIfTable.tsx";

interface Props {
  readonly tenant: string;
  readonly queues: readonly StaffQueue[];
  readonly days: readonly string[];
}

const FIELDS = ["day", "policy", "counters"];

/** Another rule, or another number of counters, for a day that is past. */
export function WhatIfForm({ tenant, queues, days }: Props) {
  const { t } = useTranslation("admin");
  const [choice, setChoice] = useState<WhatIfChoice>(() => ({
    queueId: queues[0]?.id ?? "",
    day: days[0] ?? "",
    counters: "",
  }));
  const [policy, setPolicy] = useState(() => draftOf(queues[0]?.policy ?? { kind: "fifo" }));
  const [answer, setAnswer] = useState<WhatIfAnswer | null>(null);
  const asking = useRequest(FIELDS);
  const choose = (queueId: string): void => {
    setChoice({ ...choice, queueId });
    setPolicy(draftOf(queues.find(({ id }) => id === queueId)?.policy ?? { kind: "fifo" }));
  };
  const ask = async (): Promise<void> => {
    setAnswer(null);
    const { queueId, day, counters } = choice;
    const body = { day, policy: policyOf(policy), counters: counters === "" ? null : Number(counters) };
    const path = `/tenants/${tenant}/queues/${queueId}/what-if`;
    setAnswer((await asking.send<WhatIfAnswer>("POST", path, body))?.answer ?? null);
  };
  return (
    <form
      className="flex flex-col gap-5"
      data-testid="what-if"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <WhatIfChoices
        queues={queues}
        days={days}
        choice={choice}
        onChange={(changed) => setChoice({ ...choice, ...changed })}
        onQueue={choose}
        errorOf={asking.errorOf}
      />
      <PolicyEditor draft={policy} onChange={setPolicy} error={asking.errorOf("policy")} />
      {asking.error && (
        <p role="alert" className="text-bad">
          {asking.error}
        </p>
      )}
      <Button type="submit" variant="primary" pending={asking.pending} className="self-start">
        {t("records.ask")}
      </Button>
      {answer !== null && <WhatIfTable answer={answer} />}
    </form>
  );
}
