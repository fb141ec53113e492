import type { StaffQueue } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../i18n/format-date.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";

export interface WhatIfChoice {
  readonly queueId: string;
  readonly day: string;
  /** As typed; empty: as it was. */
  readonly counters: string;
}

interface Props {
  readonly queues: readonly StaffQueue[];
  readonly days: readonly string[];
  readonly choice: WhatIfChoice;
  readonly onChange: (changed: Partial<WhatIfChoice>) => void;
  readonly onQueue: (queueId: string) => void;
  readonly errorOf: (field: string) => string | null;
}

export function WhatIfChoices({ queues, days, choice, onChange, onQueue, errorOf }: Props) {
  const { t, i18n } = useTranslation("admin");
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const textOf = (day: string): string => formatDate(Date.parse(`${day}T12:00Z`), language, "UTC");
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <SelectField
        label={t("records.queue")}
        value={choice.queueId}
        choices={queues.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={onQueue}
      />
      <SelectField
        label={t("records.day")}
        value={choice.day}
        choices={days.map((day) => ({ value: day, text: textOf(day) }))}
        onChange={(day) => onChange({ day })}
        error={errorOf("day")}
      />
      <TextField
        label={t("records.counters")}
        hint={t("records.counters-hint")}
        type="number"
        min={1}
        max={50}
        value={choice.counters}
        onChange={(counters) => onChange({ counters })}
        error={errorOf("counters")}
      />
    </div>
  );
}
