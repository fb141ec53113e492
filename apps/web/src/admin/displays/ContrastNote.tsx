import { useTranslation } from "react-i18next";
import { formatNumber } from "../../i18n/format-number.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { contrast } from "../../ui/contrast.ts";

/** What people across a room, or with weak eyes, can still read. */
const LEAST = 4.5;

interface Props {
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

export function ContrastNote({ name, one, other }: Props) {
  const { t, i18n } = useTranslation("admin");
  const ratio = contrast(one, other);
  if (ratio === null) return null;
  const written = formatNumber(ratio, isLanguage(i18n.language) ? i18n.language : "fr", 1);
  return (
    <p
      role="status"
      className={
        ratio < LEAST ? "rounded-lg bg-warn-soft p-3 text-sm font-medium text-warn" : "text-sm text-ink-soft"
      }
    >
      {t(ratio < LEAST ? "theme.too-faint" : "theme.good", { name, ratio: written })}
    </p>
  );
}
