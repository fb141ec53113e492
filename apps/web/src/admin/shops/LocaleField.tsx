import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages.ts";
import { SelectField } from "../../ui/SelectField.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (locale: string) => void;
  readonly error?: string | null;
}

export function LocaleField({ label, value, onChange, error }: Props) {
  const choices = LANGUAGES.map((each) => ({ value: each as string, text: LANGUAGE_NAMES[each] }));
  // A shop may have been given another tag by the API, such as `en-US`: saving must not change it unasked.
  if (!choices.some((choice) => choice.value === value)) choices.push({ value, text: value });
  return <SelectField label={label} value={value} onChange={onChange} error={error} choices={choices} />;
}
