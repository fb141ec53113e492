import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field, INPUT_STYLE } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { AbsenceDraft } from "./provider-draft.ts";

interface Props {
  readonly today: string;
  readonly absences: readonly AbsenceDraft[];
  readonly onChange: (absences: readonly AbsenceDraft[]) => void;
  readonly error: string | null;
}

/** Leave, a course, an afternoon off: from one time to another, by the shop's clock. */
export function AbsencesEditor({ today, absences, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  const change = (at: number, part: Partial<AbsenceDraft>) =>
    onChange(absences.map((absence, index) => (index === at ? { ...absence, ...part } : absence)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-base font-semibold">{t("absences.title")}</legend>
      {absences.length === 0 && <p className="text-ink-soft">{t("absences.none")}</p>}
      {absences.map((absence, index) => (
        <div key={index} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
          {(["from", "until"] as const).map((part) => (
            <Field key={part} label={t(`absences.${part}`)}>
              {(parts) => (
                <input
                  {...parts}
                  type="datetime-local"
                  required
                  className={INPUT_STYLE}
                  value={absence[part]}
                  onChange={(event) => change(index, { [part]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
          <TextField
            label={t("absences.reason")}
            maxLength={120}
            value={absence.reason}
            onChange={(reason) => change(index, { reason })}
          />
          <Button
            variant="quiet"
            size="icon"
            label={t("absences.remove-of", { day: absence.from })}
            onPress={() => onChange(absences.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      {error && (
        <p role="alert" className="font-medium text-bad">
          {error}
        </p>
      )}
      <Button
        className="self-start"
        onPress={() =>
          onChange([...absences, { from: `${today}T08:00`, until: `${today}T18:00`, reason: "" }])
        }
      >
        <Icon name="add" />
        {t("absences.add")}
      </Button>
    </fieldset>
  );
}
