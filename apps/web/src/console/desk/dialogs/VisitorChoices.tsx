import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, LANGUAGES } from "../../../i18n/languages.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { useDesk } from "../desk-context.ts";
import { queuesOf } from "../logic/served-queues.ts";
import type { NewVisitorForm } from "./use-new-visitor.ts";

/** Queue, service, priority, language: all have a sensible value to begin with. */
export function VisitorChoices({ form }: { readonly form: NewVisitorForm }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  const { values, set, offered } = form;
  const queues = queuesOf(view).map((queue) => ({
    value: queue.id,
    text: `${queue.prefix} · ${queue.name}`,
  }));
  const services = offered.map((each) => ({ value: String(each.id), text: each.name }));
  const priorities = [
    { value: "0", text: t("priority.ordinary") },
    { value: "1", text: t("priority.priority") },
    { value: "2", text: t("priority.urgent") },
  ];
  const languages = LANGUAGES.map((each) => ({ value: each, text: LANGUAGE_NAMES[each] }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField label={t("add.queue")} value={values.queueId} onChange={set("queueId")} choices={queues} />
      {services.length > 0 && (
        <SelectField
          label={t("add.service")}
          value={values.service}
          onChange={set("service")}
          choices={[{ value: "", text: t("add.no-service") }, ...services]}
        />
      )}
      <SelectField
        label={t("add.priority")}
        value={values.priority}
        onChange={set("priority")}
        choices={priorities}
      />
      <SelectField
        label={t("add.language")}
        value={values.locale}
        onChange={set("locale")}
        choices={[{ value: "", text: t("add.no-language") }, ...languages]}
      />
    </div>
  );
}
