import { Field, INPUT_STYLE } from "./Field.tsx";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly className?: string;
}

/** The browser's own select: it works with every keyboard, screen reader and phone. */
export function SelectField({ label, value, choices, onChange, hint, error, className }: Props) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(parts) => (
        <select
          {...parts}
          className={INPUT_STYLE}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
