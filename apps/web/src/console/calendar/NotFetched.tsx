import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { NO_ANSWER, type Problem } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";

interface Props {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** Why days that are not live cannot be shown. They are asked for again anyway. */
export function NotFetched({ problem, onRetry }: Props) {
  const { t } = useTranslation("console");
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-bad-soft p-3 font-medium text-bad"
    >
      {problem.code === NO_ANSWER ? t("calendar.not-fetched") : problemText(t, problem)}
      <Button onPress={onRetry}>{t("action.retry", { ns: "common" })}</Button>
    </div>
  );
}
