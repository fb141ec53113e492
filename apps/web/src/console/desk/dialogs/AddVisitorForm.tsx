import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { problemText } from "../../api/problem-text.ts";
import type { IssuedTicket } from "./issued-ticket.ts";
import { useNewVisitor } from "./use-new-visitor.ts";
import { VisitorChoices } from "./VisitorChoices.tsx";

export function AddVisitorForm({ onGiven }: { readonly onGiven: (ticket: IssuedTicket) => void }) {
  const { t } = useTranslation("console");
  const form = useNewVisitor(onGiven);
  const { values, set, problem } = form;
  const errorOf = (field: string) => (problem?.field === field ? problemText(t, problem) : null);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      <TextField
        label={t("add.name")}
        value={values.name}
        onChange={set("name")}
        error={errorOf("full_name")}
        autoFocus
      />
      <TextField
        label={t("add.phone")}
        type="tel"
        value={values.phone}
        onChange={set("phone")}
        error={errorOf("phone")}
        maxLength={24}
      />
      <VisitorChoices form={form} />
      {problem !== null && problem.field === null && (
        <p role="alert" className="font-medium text-bad">
          {problemText(t, problem)}
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        size="large"
        pending={form.pending}
        blocked={values.queueId === "" ? t("queue.none") : null}
      >
        {t("add.submit")}
      </Button>
    </form>
  );
}
