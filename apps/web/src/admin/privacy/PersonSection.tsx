import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Section } from "../shared/Section.tsx";
import { useForm } from "../shared/use-form.ts";
import { FoundVisits } from "./FoundVisits.tsx";
import { usePerson } from "./use-person.ts";

const KEYS = ["phone", "email", "ticket_number"] as const;

/** What is held on one person: find, hand over, erase. */
export function PersonSection({ tenant }: { readonly tenant: string }) {
  const { t } = useTranslation("admin");
  const { values, set } = useForm({ by: "phone", value: "" });
  const person = usePerson(tenant);
  return (
    <Section title={t("privacy.person")} text={t("privacy.person-text")}>
      <form
        className="grid items-start gap-4 sm:grid-cols-[14rem_1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          void person.search(values.by, values.value);
        }}
      >
        <SelectField
          label={t("privacy.by")}
          value={values.by}
          onChange={set("by")}
          choices={KEYS.map((key) => ({ value: key, text: t(`privacy.by-${key}`) }))}
        />
        <TextField
          label={t("privacy.value")}
          value={values.value}
          onChange={set("value")}
          error={person.error}
          required
        />
        <div className="sm:pt-7">
          <Button type="submit" variant="primary" pending={person.pending}>
            {t("privacy.search")}
          </Button>
        </div>
      </form>
      <div role="status" className="mt-4">
        {person.found !== null && person.found.visits.length === 0 && <p>{t("privacy.nobody")}</p>}
        {person.found?.more === true && <p className="text-sm text-ink-soft">{t("privacy.more-found")}</p>}
      </div>
      {person.found !== null && person.found.visits.length > 0 && (
        <FoundVisits key={person.round} person={person} visits={person.found.visits} />
      )}
    </Section>
  );
}
