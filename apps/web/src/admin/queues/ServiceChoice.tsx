import type { StaffView } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";

interface Props {
  readonly view: StaffView;
  readonly chosen: readonly number[];
  readonly onChange: (ids: readonly number[]) => void;
  /** Key of what stands above; what a queue serves unless told. */
  readonly legend?: string;
}

export function ServiceChoice({ view, chosen, onChange, legend = "queues.services" }: Props) {
  const { t } = useTranslation("admin");
  const services = Object.values(view.services).filter((service) => !service.archived);
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t(legend)}</legend>
      {services.length === 0 && <p className="text-sm text-ink-soft">{t("queues.no-services")}</p>}
      <div className="grid sm:grid-cols-2">
        {services.map((service) => (
          <CheckboxField
            key={service.id}
            label={service.name}
            checked={chosen.includes(service.id)}
            onChange={(checked) =>
              onChange(checked ? [...chosen, service.id] : chosen.filter((id) => id !== service.id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
