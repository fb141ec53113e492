import { useId } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { TextField } from "../../ui/TextField.tsx";
import { POLICY_KINDS, POLICY_NUMBERS, type PolicyDraft } from "./policy-draft.ts";

interface Props {
  readonly draft: PolicyDraft;
  readonly onChange: (draft: PolicyDraft) => void;
  readonly error: string | null;
}

/** Four ways to order a line, each in plain words, with the numbers of the one chosen. */
export function PolicyEditor({ draft, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("policy.title")}</legend>
      <div className="flex flex-col gap-2">
        {POLICY_KINDS.map((kind) => (
          <div
            key={kind}
            className={classNames(
              "rounded-xl border-2 p-3",
              draft.kind === kind ? "border-accent bg-accent-soft" : "border-line",
            )}
          >
            <label className="flex min-h-11 items-start gap-3">
              <input
                type="radio"
                name={name}
                className="mt-1 size-5 shrink-0 accent-(--accent)"
                checked={draft.kind === kind}
                onChange={() => onChange({ ...draft, kind })}
              />
              <span>
                <span className="block text-base font-semibold">{t(`policy.${kind}`)}</span>
                <span className="block text-sm text-ink-soft">{t(`policy.${kind}-text`)}</span>
              </span>
            </label>
            {draft.kind === kind && POLICY_NUMBERS[kind].length > 0 && (
              <div className="mt-3 grid gap-3 sm:grid-cols-3">
                {POLICY_NUMBERS[kind].map((number) => (
                  <TextField
                    key={number}
                    label={t(`policy-number.${number}`)}
                    type="number"
                    min={kind === "ratio" ? 1 : 0}
                    max={1440}
                    required
                    value={draft.numbers[number]}
                    onChange={(value) =>
                      onChange({ ...draft, numbers: { ...draft.numbers, [number]: value } })
                    }
                  />
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
