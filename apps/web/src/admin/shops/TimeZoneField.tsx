import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { timeZones } from "./time-zones.ts";

interface Props {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | null;
}

export function TimeZoneField({ value, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  const choices = useMemo(
    () => timeZones(value).map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") })),
    [value],
  );
  return (
    <SelectField
      label={t("shop.time-zone")}
      value={value}
      choices={choices}
      onChange={onChange}
      hint={t("shop.time-zone-hint")}
      error={error}
    />
  );
}
