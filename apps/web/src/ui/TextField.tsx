import type { HTMLInputAutoCompleteAttribute } from "react";
import { Field, INPUT_STYLE } from "./Field.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "email" | "password" | "tel" | "number" | "url" | "time" | "date" | "color";
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly required?: boolean;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  /** Which keys a phone offers, where the type does not say. */
  readonly inputMode?: "numeric" | "text";
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly className?: string;
  /** Known values to choose from while typing. */
  readonly suggestions?: readonly string[];
}

export function TextField(props: Props) {
  const { label, value, onChange, hint, error, suggestions } = props;
  return (
    <Field label={label} hint={hint} error={error} className={props.className}>
      {(parts) => (
        <>
          <input
            {...parts}
            className={INPUT_STYLE}
            type={props.type ?? "text"}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            required={props.required}
            autoComplete={props.autoComplete ?? "off"}
            // Only the first field of a dialog or page that the person has just opened asks for this.
            autoFocus={props.autoFocus}
            min={props.min}
            max={props.max}
            inputMode={props.inputMode}
            maxLength={props.maxLength ?? 200}
            list={suggestions === undefined ? undefined : `${parts.id}-list`}
          />
          {suggestions !== undefined && (
            <datalist id={`${parts.id}-list`}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
