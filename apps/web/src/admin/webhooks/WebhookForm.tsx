import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { ShownOnce } from "../shared/ShownOnce.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { type Webhook, WEBHOOK_EVENTS } from "./webhooks-query.ts";

const FIELDS = ["url", "events"];
const USUAL: readonly string[] = ["ticket-issued", "ticket-called", "ticket-completed"];

interface Props {
  readonly tenant: string;
  /** Null for a new one, which shows its secret once. */
  readonly webhook: Webhook | null;
  readonly onDone: () => void;
}

export function WebhookForm({ tenant, webhook, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const { values, set } = useForm({ url: webhook?.url ?? "", events: webhook?.events ?? USUAL });
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) return <NewSecret secret={secret} onDone={onDone} />;
  const send = async (): Promise<void> => {
    if (webhook === null) {
      const answer = await saving.save<{ secret: string }>("POST", "/webhooks", values);
      if (answer !== null) setSecret(answer.secret);
    } else if ((await saving.save("PATCH", `/webhooks/${webhook.id}`, values)) !== null) onDone();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t("webhooks.url")}
        hint={t("webhooks.url-hint")}
        value={values.url}
        onChange={set("url")}
        error={saving.errorOf("url")}
        type="url"
        maxLength={500}
        required
        autoFocus
      />
      <EventChoice chosen={values.events} onChange={set("events")} error={saving.errorOf("events")} />
      <FormActions
        saving={saving}
        onCancel={onDone}
        {...(webhook === null ? { action: t("webhooks.make") } : {})}
      />
    </form>
  );
}

interface ChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (events: readonly string[]) => void;
  readonly error: string | null;
}

function EventChoice({ chosen, onChange, error }: ChoiceProps) {
  const { t } = useTranslation("admin");
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("webhooks.events")}</legend>
      <div className="grid sm:grid-cols-2">
        {WEBHOOK_EVENTS.map((event) => (
          <CheckboxField
            key={event}
            label={t(`webhook-event.${event}`)}
            checked={chosen.includes(event)}
            onChange={(checked) =>
              onChange(WEBHOOK_EVENTS.filter((each) => (each === event ? checked : chosen.includes(each))))
            }
          />
        ))}
      </div>
      {error !== null && (
        <p role="alert" className="text-sm text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function NewSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <ShownOnce
      warning={t("webhooks.once")}
      label={t("webhooks.secret")}
      secret={secret}
      how={t("webhooks.how")}
      kept={t("webhooks.kept")}
      onDone={onDone}
    />
  );
}
