import { useTranslation } from "react-i18next";

interface Props {
  readonly week: boolean;
  readonly onWeek: (week: boolean) => void;
}

/** One day of everybody, or a week. */
export function LookSwitch({ week, onWeek }: Props) {
  const { t } = useTranslation("console");
  return (
    <div
      role="group"
      aria-label={t("calendar.look")}
      className="flex rounded-lg border border-line-strong/60 bg-surface"
    >
      {[false, true].map((each) => (
        <button
          key={String(each)}
          type="button"
          aria-pressed={week === each}
          className="min-h-11 px-3 sm:px-4 text-sm font-medium first:rounded-l-lg last:rounded-r-lg aria-pressed:bg-accent aria-pressed:text-accent-ink"
          onClick={() => onWeek(each)}
        >
          {t(each ? "calendar.week" : "calendar.day")}
        </button>
      ))}
    </div>
  );
}
