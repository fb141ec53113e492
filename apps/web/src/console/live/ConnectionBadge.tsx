import { useConnection } from "@callnext/react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { connectionLook } from "./connection-look.ts";

const DOTS = { good: "bg-good", warn: "bg-warn", bad: "bg-bad" } as const;

export function ConnectionBadge({ stale }: { readonly stale: boolean }) {
  const { t } = useTranslation("console");
  const look = connectionLook(useConnection(), stale);
  if (look === null) return null;
  return (
    <span
      role="status"
      className="inline-flex items-center gap-2 px-1 text-sm font-medium whitespace-nowrap"
      title={t(`connection.${look.key}-hint`)}
    >
      <span aria-hidden className={classNames("size-3 shrink-0 rounded-full", DOTS[look.tone])} />
      <span className="max-sm:sr-only">{t(`connection.${look.key}`)}</span>
    </span>
  );
}
