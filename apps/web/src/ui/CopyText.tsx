import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

/** A text to be taken somewhere else as it stands; copied where the browser lets pages do so (https or this machine). */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <code
        role="group"
        aria-label={label}
        className="min-w-0 grow rounded-lg border border-line bg-sunken p-3 text-base break-all select-all"
      >
        {text}
      </code>
      {window.isSecureContext && (
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              // Refused by the person or the browser: the text itself can still be selected.
              () => setCopied(false),
            );
          }}
        >
          <Icon name={copied ? "check" : "copy"} />
          <span aria-live="polite">{copied ? t("action.copied") : t("action.copy")}</span>
        </Button>
      )}
    </div>
  );
}
