import { useTranslation } from "react-i18next";
import { SelectField } from "../../../ui/SelectField.tsx";
import { useBookingDesk } from "../bookings-context.ts";
import { offersService } from "../logic/offers-service.ts";
import { SlotChoice } from "./SlotChoice.tsx";
import type { VisitForm } from "./use-visit-choice.ts";

interface Props {
  readonly form: VisitForm;
  /** The service cannot be changed here. */
  readonly fixedService?: boolean;
}

/** What for, with whom, on which day, at what time. */
export function VisitFields({ form, fixedService = false }: Props) {
  const { t } = useTranslation("console");
  const { providers } = useBookingDesk();
  const { choice, services, change } = form;
  const able = providers.filter(
    (each) =>
      choice.serviceId === null || offersService(each, choice.serviceId) || each.id === choice.providerId,
  );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {!fixedService && (
          <SelectField
            label={t("booking.service")}
            value={String(choice.serviceId ?? "")}
            onChange={(id) => change({ serviceId: Number(id) })}
            choices={services.map(({ id, name, duration_minutes: minutes }) => ({
              value: String(id),
              text: t("booking.service-of", { name, minutes }),
            }))}
          />
        )}
        <SelectField
          label={t("booking.with")}
          value={choice.providerId ?? ""}
          onChange={(id) => change({ providerId: id === "" ? null : id })}
          choices={[
            { value: "", text: t("booking.anyone") },
            ...able.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      </div>
      {choice.serviceId !== null && (
        <SlotChoice choice={choice} serviceId={choice.serviceId} onChange={change} />
      )}
    </>
  );
}
