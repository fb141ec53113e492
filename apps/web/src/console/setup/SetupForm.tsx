import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { problemOf, type Problem } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import type { User } from "../api/types.ts";

const FIELDS: readonly string[] = ["code", "organisation", "locale", "name", "email", "password"];

/** The code comes with the printed link, behind the `#`, so that it reaches no server log. */
const codeInAddress = (): string => decodeURIComponent(location.hash.replace(/^#/, "")).trim();

export function SetupForm({ onDone }: { readonly onDone: (user: User) => void }) {
  const { t, i18n } = useTranslation("console");
  const client = useCallnext();
  const [linked] = useState(codeInAddress);
  const [values, setValues] = useState({ code: linked, organisation: "", locale: i18n.language, name: "", email: "", password: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  const set = (field: keyof typeof values) => (value: string) => setValues((before) => ({ ...before, [field]: value }));
  const errorOf = (field: string) => (problem?.field === field ? problemText(t, problem) : null);

  const send = async () => {
    setPending(true);
    setProblem(null);
    try {
      const { user } = await client.request<{ user: User }>("POST", "/setup", { ...values, email: values.email.trim() });
      onDone(user);
    } catch (error) {
      setProblem(problemOf(error));
      setPending(false);
    }
  };
  const elsewhere = problem !== null && (problem.field === null || !FIELDS.includes(problem.field));
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void send();
      }}
    >
      {(linked === "" || problem?.code === "setup-code-wrong") && (
        <TextField label={t("setup.code")} value={values.code} onChange={set("code")} hint={t("setup.code-hint")} error={errorOf("code")} required />
      )}
      <TextField label={t("setup.organisation")} value={values.organisation} onChange={set("organisation")} error={errorOf("organisation")} autoComplete="organization" required autoFocus />
      <SelectField label={t("setup.locale")} value={values.locale} onChange={set("locale")} error={errorOf("locale")} choices={LANGUAGES.map((each) => ({ value: each, text: LANGUAGE_NAMES[each] }))} />
      <TextField label={t("setup.name")} value={values.name} onChange={set("name")} error={errorOf("name")} autoComplete="name" required />
      <TextField label={t("field.email")} type="email" value={values.email} onChange={set("email")} error={errorOf("email")} autoComplete="username" required />
      <TextField label={t("field.password")} type="password" value={values.password} onChange={set("password")} error={errorOf("password")} hint={t("setup.password-hint")} autoComplete="new-password" required />
      {elsewhere && (
        <p role="alert" className="font-medium text-bad">
          {problemText(t, problem)}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t("setup.submit")}
      </Button>
    </form>
  );
}
