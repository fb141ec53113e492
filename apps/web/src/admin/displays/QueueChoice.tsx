import type { StaffQueue } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import type { DisplayPart } from "./display-part.ts";

/** Which queues the board shows, and a colour of its own for each where wanted. */
export function QueueChoice({
  queues,
  form,
  saving,
}: DisplayPart & { readonly queues: readonly StaffQueue[] }) {
  const { t } = useTranslation("admin");
  const { values, set } = form;
  const error = saving.errorOf("queue_ids");
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("displays.queues")}</legend>
      {queues.map((queue) => {
        const chosen = values.queue_ids.includes(queue.id);
        return (
          <div key={queue.id} className="flex flex-wrap items-center justify-between gap-3">
            <CheckboxField
              label={`${queue.prefix} · ${queue.name}`}
              checked={chosen}
              onChange={(checked) =>
                set("queue_ids")(
                  checked
                    ? [...values.queue_ids, queue.id]
                    : values.queue_ids.filter((id) => id !== queue.id),
                )
              }
            />
            {chosen && (
              <label className="flex min-h-11 items-center gap-2 text-sm text-ink-soft">
                {t("displays.colour")}
                <input
                  type="color"
                  className="h-11 w-14 cursor-pointer rounded-lg border border-line-strong bg-surface p-1"
                  aria-label={t("displays.colour-of", { name: queue.name })}
                  value={values.ticket_colors[queue.id] ?? values.primaryColor}
                  onChange={(event) =>
                    set("ticket_colors")({ ...values.ticket_colors, [queue.id]: event.currentTarget.value })
                  }
                />
              </label>
            )}
          </div>
        );
      })}
      {values.queue_ids.length === 0 && (
        <p className="mt-1 text-sm font-medium text-warn">{t("displays.no-queues-warning")}</p>
      )}
      {error && <p className="mt-1 text-sm font-medium text-bad">{error}</p>}
    </fieldset>
  );
}
