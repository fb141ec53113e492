import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { INPUT_STYLE } from "../../../ui/Field.tsx";
import { useBookingDesk } from "../../booking/bookings-context.ts";

interface Props {
  /** Empty: everybody. */
  readonly person: string;
  readonly onPerson: (id: string) => void;
}

export function PersonChoice({ person, onPerson }: Props) {
  const { t } = useTranslation("console");
  const { providers } = useBookingDesk();
  return (
    <select
      aria-label={t("calendar.whose")}
      className={classNames(INPUT_STYLE, "!w-auto max-w-56")}
      value={person}
      onChange={(event) => onPerson(event.currentTarget.value)}
    >
      <option value="">{t("calendar.everybody")}</option>
      {providers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
