import { useTranslation } from "react-i18next";
import type { FormState } from "../../../admin/shared/use-form.ts";
import { TextField } from "../../../ui/TextField.tsx";
import type { Problem } from "../../api/problem.ts";
import { problemText } from "../../api/problem-text.ts";
import type { Contact } from "./use-booking.ts";

interface Props {
  readonly form: FormState<Contact>;
  readonly problem: Problem | null;
}

/** Who comes. Nothing of it is needed at the desk; without a telephone number or an address nobody can be reminded. */
export function ContactFields({ form, problem }: Props) {
  const { t } = useTranslation("console");
  const bound = (field: keyof Contact, wireName: string) => ({
    value: form.values[field],
    onChange: form.set(field),
    error: problem?.field === wireName ? problemText(t, problem) : null,
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label={t("add.name")} {...bound("name", "full_name")} />
      <TextField label={t("add.phone")} type="tel" maxLength={24} {...bound("phone", "phone_number")} />
      <TextField
        label={t("booking.email-optional")}
        type="email"
        hint={t("booking.contact-hint")}
        {...bound("email", "email")}
      />
      <TextField
        label={t("booking.people")}
        type="number"
        min={1}
        max={50}
        required
        {...bound("people", "number_of_people")}
      />
      <TextField
        label={t("booking.notes-optional")}
        maxLength={500}
        className="sm:col-span-2"
        {...bound("notes", "notes")}
      />
    </div>
  );
}
