import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { useDesk } from "../desk-context.ts";

interface Props {
  readonly label: string;
  readonly onChange: (label: string) => void;
}

/** The shop's counters to press, and a new label to type where the shop allows it. */
export function CounterChoice({ label, onChange }: Props) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  const counters = Object.values(view.counters)
    .filter((counter) => !counter.archived)
    .toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
  const free = view.shop.self.new_counters_by_label;
  return (
    <div className="flex flex-col gap-3">
      {counters.length > 0 && (
        <div role="group" aria-label={t("counter.known")} className="flex flex-wrap gap-2">
          {counters.map((counter) => (
            <button
              key={counter.id}
              type="button"
              aria-pressed={counter.label === label}
              onClick={() => onChange(counter.label)}
              className={classNames(
                "flex min-h-14 min-w-14 flex-col items-center justify-center rounded-xl border-2 px-4 text-lg font-semibold",
                counter.label === label
                  ? "border-accent bg-accent-soft text-accent"
                  : "border-line bg-surface hover:bg-sunken",
              )}
            >
              {counter.label}
              {counter.ticket_id !== null && (
                <span className="text-xs font-medium">
                  {view.tickets[counter.ticket_id]?.number ?? t("counter.busy")}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
      {free && (
        <TextField
          label={counters.length === 0 ? t("counter.label") : t("counter.other")}
          value={label}
          onChange={onChange}
          maxLength={20}
          hint={t("counter.hint")}
        />
      )}
      {!free && counters.length === 0 && <p className="text-ink-soft">{t("counter.none-made")}</p>}
    </div>
  );
}
