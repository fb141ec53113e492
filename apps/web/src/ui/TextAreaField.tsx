import { Field, INPUT_STYLE } from "./Field.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly maxLength: number;
  readonly required?: boolean;
  /** Of what a machine reads. */
  readonly code?: boolean;
}

/** Text of several lines. */
export function TextAreaField(props: Props) {
  const { label, hint, error, value, onChange, rows, maxLength, code = false } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(parts) => (
        <textarea
          {...parts}
          className={code ? `${INPUT_STYLE} font-mono !text-sm` : INPUT_STYLE}
          rows={rows}
          value={value}
          maxLength={maxLength}
          required={props.required}
          spellCheck={!code}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
