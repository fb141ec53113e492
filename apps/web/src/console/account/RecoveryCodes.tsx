import { useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";

interface Props {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown this once. The paper carries no name: whoever finds it should not know whose it is. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const { t } = useTranslation("console");
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-base">{t("recovery.text")}</p>
      <ul
        aria-label={t("recovery.title")}
        className="grid grid-cols-1 gap-x-6 gap-y-2 rounded-lg border border-line bg-sunken p-4 font-mono text-base tabular-nums sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {window.isSecureContext && (
          <Button
            onPress={() => {
              void navigator.clipboard.writeText(codes.join("\n")).then(
                () => setCopied(true),
                // Refused by the person or the browser: the codes can still be selected.
                () => setCopied(false),
              );
            }}
          >
            <Icon name={copied ? "check" : "copy"} />
            <span aria-live="polite">{t(copied ? "action.copied" : "action.copy", { ns: "common" })}</span>
          </Button>
        )}
        <Button onPress={() => window.print()}>
          <Icon name="print" />
          {t("recovery.print")}
        </Button>
        <Button variant="primary" className="ml-auto" onPress={onKept}>
          {t("recovery.kept")}
        </Button>
      </div>
      {createPortal(
        <div className="hidden p-8 text-black print:block" aria-hidden>
          <p className="mb-4 text-lg font-semibold">{t("recovery.paper")}</p>
          {codes.map((code) => (
            <p key={code} className="font-mono text-lg">
              ☐ {code}
            </p>
          ))}
        </div>,
        document.body,
      )}
    </div>
  );
}
