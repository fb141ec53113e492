import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

/** A link to follow, and to copy where the browser lets pages do so (https or this machine). */
export function CopyLink({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const canCopy = window.isSecureContext;
  return (
    <div className="flex max-w-full flex-wrap items-center justify-center gap-2">
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 min-w-0 items-center text-accent underline break-all"
      >
        {address}
      </a>
      {canCopy && (
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              // Refused by the person or the browser: the link itself can still be selected.
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
