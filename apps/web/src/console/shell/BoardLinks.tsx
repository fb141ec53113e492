import type { StaffDisplay } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { Icon } from "../../ui/Icon.tsx";

export function BoardLinks({ displays }: { readonly displays: readonly StaffDisplay[] }) {
  const { t } = useTranslation("console");
  if (displays.length === 0) return <p className="text-ink-soft">{t("boards.none")}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {displays.map((display) => (
        <li key={display.id} className="flex items-center gap-3">
          <a
            href={`/display/${display.id}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-11 items-center gap-2 text-accent underline"
          >
            <Icon name="board" />
            {display.name}
          </a>
          {!display.active && <Badge tone="bad">{t("boards.inactive")}</Badge>}
        </li>
      ))}
    </ul>
  );
}
