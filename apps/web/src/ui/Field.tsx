import { useEffect, useId, type ReactNode } from "react";

export interface FieldParts {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly className?: string | undefined;
  readonly children: (parts: FieldParts) => ReactNode;
}

/** A labelled input with its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  // Long forms: whoever pressed the button at the end is brought to the field that is wrong.
  useEffect(() => {
    if (error) document.getElementById(id)?.focus();
  }, [error, id]);
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

export const INPUT_STYLE =
  "w-full min-h-11 rounded-lg border border-line-strong bg-surface px-3 py-2 text-base text-ink aria-invalid:border-bad disabled:opacity-60";
