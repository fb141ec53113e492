import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, type Problem } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import type { User } from "../api/types.ts";

const FIELDS = ["code", "organisation", "locale", "name", "email", "password"] as const;
export type SetupField = (typeof FIELDS)[number];

export interface SetupFormState {
  readonly values: Readonly<Record<SetupField, string>>;
  readonly set: (field: SetupField) => (value: string) => void;
  readonly errorOf: (field: SetupField) => string | null;
  /** A refusal that is about no field. */
  readonly error: string | null;
  /** The code has to be typed: the link brought none, or a wrong one. */
  readonly asksCode: boolean;
  readonly pending: boolean;
  readonly send: () => Promise<void>;
}

/** The code comes with the printed link, behind the `#`, so that it reaches no server log. */
function codeInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1)).trim();
  } catch {
    // A link cut in the middle of an escape: the code can still be typed.
    return "";
  }
}

export function useSetup(onDone: (user: User) => void): SetupFormState {
  const { t, i18n } = useTranslation("console");
  const client = useCallnext();
  const [linked] = useState(codeInAddress);
  const [values, setValues] = useState<Readonly<Record<SetupField, string>>>(() => ({
    code: linked,
    organisation: "",
    locale: i18n.language,
    name: "",
    email: "",
    password: "",
  }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    try {
      const body = { ...values, email: values.email.trim() };
      onDone((await client.request<{ user: User }>("POST", "/setup", body)).user);
    } catch (error) {
      setProblem(problemOf(error));
      setPending(false);
    }
  };
  const field =
    problem?.code === "setup-code-wrong" ? "code" : FIELDS.find((each) => each === problem?.field);
  return {
    values,
    set: (name) => (value) => setValues((before) => ({ ...before, [name]: value })),
    errorOf: (name) => (problem !== null && field === name ? problemText(t, problem) : null),
    error: problem !== null && field === undefined ? problemText(t, problem) : null,
    asksCode: linked === "" || problem?.code === "setup-code-wrong",
    pending,
    send,
  };
}
