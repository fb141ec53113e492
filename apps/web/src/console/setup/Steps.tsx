import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";

const STEPS = [0, 1, 2, 3] as const;

export function Steps({ now }: { readonly now: number }) {
  const { t } = useTranslation("console");
  return (
    <ol className="mb-6 grid grid-cols-4 gap-2 text-sm">
      {STEPS.map((step) => (
        <li
          key={step}
          aria-current={step === now ? "step" : undefined}
          className={classNames(
            "border-t-4 pt-2 font-medium",
            step <= now ? "border-accent text-accent" : "border-line text-ink-soft",
          )}
        >
          {t(`first.step-${step}`)}
        </li>
      ))}
    </ol>
  );
}
