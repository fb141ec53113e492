import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { shopsQuery } from "../../console/start/shops-query.ts";
import { CheckboxField } from "../../ui/CheckboxField.tsx";

interface Props {
  readonly tenant: string;
  /** Null: all shops, later ones too. */
  readonly value: readonly number[] | null;
  readonly onChange: (value: readonly number[] | null) => void;
  readonly error: string | null;
}

/** In which shops somebody works; asked only where there are several. */
export function ShopScopeField({ tenant, value, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  const shops = useQuery(shopsQuery(useCallnext(), tenant)).data ?? [];
  if (shops.length < 2 && value === null) return null;
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("staff.shops")}</legend>
      <CheckboxField
        label={t("staff.all-shops")}
        checked={value === null}
        onChange={(all) => onChange(all ? null : shops.slice(0, 1).map(({ id }) => id))}
      />
      {value !== null &&
        shops.map(({ id, name }) => (
          <CheckboxField
            key={id}
            label={name}
            checked={value.includes(id)}
            onChange={(chosen) => onChange(chosen ? [...value, id] : value.filter((each) => each !== id))}
          />
        ))}
      {value?.length === 0 && <p className="mt-1 text-sm font-medium text-warn">{t("staff.no-shop")}</p>}
      {error !== null && <p className="mt-1 text-sm font-medium text-bad">{error}</p>}
    </fieldset>
  );
}
