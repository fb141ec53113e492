interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: string;
  readonly maxLength: number;
  readonly type?: "text" | "tel" | "email";
  readonly hint?: string;
  /** What is wrong with the value, when it is time to say so. */
  readonly wrong: string | null;
}

export function TextField({
  name,
  label,
  value,
  onChange,
  autoComplete,
  maxLength,
  type = "text",
  hint,
  wrong,
}: Props) {
  const aboutId = `${name}-about`;
  const about = wrong ?? hint;
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autoComplete={autoComplete}
        maxLength={maxLength}
        aria-invalid={wrong !== null}
        aria-describedby={about === undefined ? undefined : aboutId}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {about === undefined ? null : (
        <p
          id={aboutId}
          className={wrong === null ? "quiet" : "wrong"}
          role={wrong === null ? undefined : "alert"}
        >
          {about}
        </p>
      )}
    </div>
  );
}
