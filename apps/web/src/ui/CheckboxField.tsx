import { useId } from "react";

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
}

export function CheckboxField({ label, checked, onChange, hint }: Props) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-(--accent)"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-describedby={hint ? id : undefined}
        />
        <span className="text-base">{label}</span>
      </label>
      {hint && (
        <p id={id} className="-mt-1 ml-8 text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
