import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/Kbd.tsx";
import { SHORTCUTS } from "./logic/shortcuts.ts";

/** The cheat sheet that is always there where there is a keyboard and room. */
export function KeyStrip() {
  const { t } = useTranslation("console");
  return (
    <footer className="sticky bottom-0 z-10 hidden border-t border-line bg-surface px-4 py-2 lg:block">
      <ul
        aria-label={t("help.title")}
        className="flex flex-wrap justify-center gap-x-3 gap-y-1 text-xs text-ink-soft"
      >
        {SHORTCUTS.map(({ id, keys }) => (
          <li key={id} className="flex items-center gap-1 whitespace-nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {t(`shortcut.${id}`)}
          </li>
        ))}
      </ul>
    </footer>
  );
}
