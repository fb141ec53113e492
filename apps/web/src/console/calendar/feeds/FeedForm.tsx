import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useRequest } from "../../api/use-request.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { FormError } from "../../shell/FormError.tsx";

export function FeedForm({ onMade }: { readonly onMade: (url: string) => void }) {
  const { t } = useTranslation("console");
  const { tenant, shopId, providers } = useBookingDesk();
  const { send, pending, error, errorOf } = useRequest(["name"]);
  const [name, setName] = useState("");
  const [person, setPerson] = useState("");
  const make = async (): Promise<void> => {
    const body = { name, provider_id: person === "" ? null : person };
    const made = await send<{ url: string }>(
      "POST",
      `/tenants/${tenant}/shops/${shopId}/calendar-feeds`,
      body,
    );
    if (made === undefined) return;
    setName("");
    onMade(made.answer.url);
  };
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        label={t("feeds.name")}
        value={name}
        onChange={setName}
        error={errorOf("name")}
        maxLength={80}
        required
      />
      <SelectField
        label={t("calendar.whose")}
        value={person}
        onChange={setPerson}
        choices={[
          { value: "", text: t("calendar.everybody") },
          ...providers.map((each) => ({ value: each.id, text: each.name })),
        ]}
      />
      <Button type="submit" variant="primary" pending={pending}>
        {t("feeds.make")}
      </Button>
      <FormError text={error} />
    </form>
  );
}
