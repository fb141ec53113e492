import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Kbd } from "../../../ui/Kbd.tsx";
import { SHORTCUTS } from "../logic/shortcuts.ts";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("console");
  return (
    <Dialog title={t("help.title")} open onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2.5 text-base">
        {SHORTCUTS.map(({ id, keys }) => (
          <div key={id} className="contents">
            <dt className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key === "␣" ? t("help.space") : key}</Kbd>
              ))}
            </dt>
            <dd>{t(`shortcut.${id}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 text-sm text-ink-soft">{t("help.drag")}</p>
      <p className="mt-2 text-sm text-ink-soft">{t("help.typing")}</p>
    </Dialog>
  );
}
