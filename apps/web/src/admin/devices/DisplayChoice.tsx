import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { shopsQuery } from "../../console/start/shops-query.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { displaysQuery } from "../displays/displays-query.ts";

export interface ChosenDisplay {
  /** Empty until the shops are known. */
  readonly shopId: string;
  /** Empty where the shop has none. */
  readonly displayId: string;
}

interface Props {
  readonly tenant: string;
  readonly value: ChosenDisplay;
  readonly onChange: (value: ChosenDisplay) => void;
  readonly error: string | null;
}

/** Which display a screen shows: the shop first where there are several. */
export function DisplayChoice({ tenant, value, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  const client = useCallnext();
  const shops = useQuery(shopsQuery(client, tenant));
  const shopId = value.shopId === "" ? String(shops.data?.[0]?.id ?? "") : value.shopId;
  const displays = useQuery({
    ...displaysQuery(client, tenant, Number(shopId)),
    enabled: shopId !== "",
  });
  const first = displays.data?.some(({ id }) => id === value.displayId)
    ? value.displayId
    : (displays.data?.[0]?.id ?? "");
  useEffect(() => {
    if (displays.isSuccess && (first !== value.displayId || shopId !== value.shopId))
      onChange({ shopId, displayId: first });
  }, [displays.isSuccess, first, shopId, value, onChange]);
  return (
    <>
      {shops.data !== undefined && shops.data.length > 1 && (
        <SelectField
          label={t("devices.shop")}
          value={shopId}
          onChange={(next) => onChange({ shopId: next, displayId: "" })}
          choices={shops.data.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
      )}
      <SelectField
        label={t("devices.display")}
        value={first}
        onChange={(displayId) => onChange({ shopId, displayId })}
        hint={displays.data?.length === 0 ? t("devices.no-display") : undefined}
        error={error}
        choices={(displays.data ?? []).map(({ id, name }) => ({ value: id, text: name }))}
      />
    </>
  );
}
