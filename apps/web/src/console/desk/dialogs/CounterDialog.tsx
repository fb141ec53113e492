import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { CheckboxField } from "../../../ui/CheckboxField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useDesk } from "../desk-context.ts";
import { queuesOf } from "../logic/served-queues.ts";
import { CounterChoice } from "./CounterChoice.tsx";

/** Where I sit and whom I call; kept in this browser. */
export function CounterDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  const { view, counter, served, choice } = useDesk();
  const [label, setLabel] = useState(counter ?? "");
  const [queueIds, setQueueIds] = useState<readonly string[]>(served);
  const queues = queuesOf(view);
  const chosen = label.trim();
  const missing =
    chosen === ""
      ? t("counter.choose")
      : queues.length > 0 && queueIds.length === 0
        ? t("counter.no-queue")
        : null;
  const save = () => {
    if (missing !== null) return;
    const all = queues.every((queue) => queueIds.includes(queue.id));
    choice.choose({ counter: chosen, queueIds: all ? null : queueIds });
    onClose();
  };
  return (
    <Dialog title={t("counter.title")} open onClose={onClose}>
      <form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <CounterChoice label={label} onChange={setLabel} />
        {queues.length > 0 && (
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{t("counter.queues")}</legend>
            {queues.map((queue) => (
              <CheckboxField
                key={queue.id}
                label={`${queue.prefix} · ${queue.name}`}
                checked={queueIds.includes(queue.id)}
                onChange={(checked) =>
                  setQueueIds((before) =>
                    checked ? [...before, queue.id] : before.filter((id) => id !== queue.id),
                  )
                }
              />
            ))}
          </fieldset>
        )}
        <Button type="submit" variant="primary" size="large" blocked={missing}>
          {t("counter.save")}
        </Button>
        {missing !== null && <p className="-mt-3 text-center text-sm text-ink-soft">{missing}</p>}
      </form>
    </Dialog>
  );
}
