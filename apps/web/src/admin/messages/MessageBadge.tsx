import type { MessageOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "../../ui/Badge.tsx";

const TONE: Readonly<Record<MessageOnWire["status"], Tone>> = {
  planned: "calm",
  sending: "accent",
  sent: "good",
  failed: "bad",
  skipped: "warn",
};

interface Props {
  readonly status: MessageOnWire["status"];
  readonly reason: string | null;
}

/** How it went, and why where it did not go. */
export function MessageBadge({ status, reason }: Props) {
  const { t } = useTranslation("admin");
  const words = t(`message-status.${status}`);
  return (
    <Badge tone={TONE[status]}>
      {reason === null
        ? words
        : t("message-page.status-why", { status: words, why: t(`message-reason.${reason}`) })}
    </Badge>
  );
}
