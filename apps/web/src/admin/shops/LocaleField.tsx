import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages.ts";
import { SelectField } from "../../ui/SelectField.tsx";

interface Props {
  readonly value: string;
  readonly onChange: (locale: string) => void;
  readonly error?: string | null;
}

export function LocaleField({ value, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  return (
    <SelectField
      label={t("shop.locale")}
      value={value}
      onChange={onChange}
      error={error}
      choices={LANGUAGES.map((each) => ({ value: each, text: LANGUAGE_NAMES[each] }))}
    />
  );
}
