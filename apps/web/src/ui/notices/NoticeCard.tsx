import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../Button.tsx";
import { Icon } from "../Icon.tsx";
import type { Notice } from "./notices-context.ts";

const LEAVES_AFTER_MS = { good: 5_000, warn: 8_000, bad: null } as const;

const TONES = {
  good: "border-good bg-good-soft text-good",
  warn: "border-warn bg-warn-soft text-warn",
  bad: "border-bad bg-bad-soft text-bad",
} as const;

interface Props {
  readonly notice: Notice;
  readonly onDismiss: (id: string) => void;
}

/** Good news and hints leave by themselves; a refusal by the server stays until it was read. */
export function NoticeCard({ notice, onDismiss }: Props) {
  const { t } = useTranslation();
  const { id, tone, text, action } = notice;
  useEffect(() => {
    const after = LEAVES_AFTER_MS[tone];
    if (after === null) return;
    const timer = setTimeout(() => onDismiss(id), after);
    return () => clearTimeout(timer);
  }, [id, tone, text, onDismiss]);
  return (
    <div
      className={`pointer-events-auto flex w-full max-w-xl items-center gap-2 rounded-xl border-2 py-1 pr-1 pl-4 shadow-lg ${TONES[tone]}`}
    >
      {tone !== "good" && <Icon name="alert" />}
      <p className="grow py-2 text-base font-medium">{text}</p>
      {action && (
        <Button
          className="shrink-0 whitespace-nowrap"
          onPress={() => {
            onDismiss(id);
            action.run();
          }}
        >
          {action.text}
        </Button>
      )}
      <Button
        variant="quiet"
        size="icon"
        label={t("action.dismiss")}
        onPress={() => onDismiss(id)}
        className="!text-inherit"
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
