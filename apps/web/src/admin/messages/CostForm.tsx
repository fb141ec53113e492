import type { MessagesAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { moneyOf, moneyText } from "./money.ts";

interface Props {
  readonly tenant: string;
  readonly messages: MessagesAnswer;
}

/** What an SMS costs, and what all of a month may. */
export function CostForm({ tenant, messages: { settings, spent_this_month: spent } }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["sms_price", "monthly_cap", "currency"]);
  const { values, set } = useForm({
    price: String(settings.sms_price),
    cap: settings.monthly_cap === null ? "" : String(settings.monthly_cap),
    currency: settings.currency,
  });
  const money = (amount: number) => moneyText(amount, settings.currency);
  return (
    <form
      className="mt-5 flex flex-col gap-4 border-t border-line pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save("PATCH", "/messages/settings", {
          sms_price: moneyOf(values.price) ?? 0,
          monthly_cap: moneyOf(values.cap),
          currency: values.currency,
        });
      }}
    >
      <p className="text-sm">
        {settings.monthly_cap === null
          ? t("message-page.spent", { amount: money(spent) })
          : t("message-page.spent-of", { amount: money(spent), cap: money(settings.monthly_cap) })}
      </p>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t("message-page.price")}
          hint={t("message-page.price-hint")}
          value={values.price}
          onChange={set("price")}
          error={saving.errorOf("sms_price")}
          maxLength={12}
        />
        <TextField
          label={t("message-page.cap")}
          hint={t("message-page.cap-hint")}
          value={values.cap}
          onChange={set("cap")}
          error={saving.errorOf("monthly_cap")}
          maxLength={12}
        />
        <TextField
          label={t("message-page.currency")}
          value={values.currency}
          onChange={set("currency")}
          error={saving.errorOf("currency")}
          maxLength={8}
        />
      </div>
      <FormActions saving={saving} />
    </form>
  );
}
