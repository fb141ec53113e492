import { useTranslation } from "react-i18next";
import type { DisplayDraft } from "./display-draft.ts";

/** A board in small, in the colours being chosen. */
export function ThemePreview({ draft }: { readonly draft: DisplayDraft }) {
  const { t } = useTranslation("admin");
  return (
    <div
      aria-hidden
      className="rounded-xl border border-line p-5 text-center"
      style={{ backgroundColor: draft.backgroundColor, color: draft.textColor }}
    >
      <p className="text-sm">{t("theme.sample-title")}</p>
      <p className="text-5xl font-extrabold" style={{ color: draft.primaryColor }}>
        A042
      </p>
      <p className="text-base">{t("theme.sample-counter")}</p>
    </div>
  );
}
