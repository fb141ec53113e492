import { useTranslation } from "react-i18next";

export function Loading({ text }: { readonly text?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="flex items-center justify-center gap-3 p-10 text-ink-soft">
      <span
        aria-hidden
        className="size-6 animate-spin rounded-full border-3 border-current border-r-transparent"
      />
      {text ?? t("state.loading")}
    </div>
  );
}
