import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";

const USUAL = ["0", "1", "2", "3", "5"] as const;

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
}

/** How appointments whose time has come stand among those who walked in. */
export function WalkInsAhead({ value, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  // The API allows more than the usual ones: saving must not change it unasked.
  const counts = value === "" || USUAL.some((each) => each === value) ? USUAL : [...USUAL, value];
  const choices = counts.map((each) => ({
    value: each,
    text: each === "0" ? t("queues.ahead-none") : t("queues.ahead-most", { count: Number(each) }),
  }));
  return (
    <SelectField
      label={t("queues.ahead")}
      hint={t("queues.ahead-hint")}
      value={value}
      onChange={onChange}
      error={error}
      choices={[...choices, { value: "", text: t("queues.ahead-seniority") }]}
    />
  );
}
