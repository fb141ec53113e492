import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { problemText } from "../../api/problem-text.ts";
import { CeremonyEnded } from "./ceremony.ts";

/** What to tell of a failure, the browser's own about passkeys included. */
export function useFactorWords(): (failure: unknown) => string {
  const { t } = useTranslation("console");
  return (failure) =>
    failure instanceof CeremonyEnded ? t(`passkey.${failure.why}`) : problemText(t, problemOf(failure));
}
