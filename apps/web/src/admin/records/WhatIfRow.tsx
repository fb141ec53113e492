import type { WhatIfAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";

export type Waits = WhatIfAnswer["really"]["all"];

interface Props {
  readonly title: string;
  readonly row: keyof Waits;
  /** As it was, played again, as asked; null: nobody of this class. */
  readonly days: readonly (Waits | null)[];
}

const DAYS = ["really", "played", "asked"] as const;

export function WhatIfRow({ title, row, days }: Props) {
  const { t, i18n } = useTranslation("admin");
  const number = (value: number): string =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(value);
  const cell = (waits: Waits): string => {
    if (row === "within_target") return `${number(100 * waits[row])} %`;
    return row === "called" || row === "uncalled"
      ? number(waits[row])
      : t("records.minutes", { minutes: number(waits[row] / 60) });
  };
  return (
    <tr className="border-b border-line" data-row={row}>
      <th scope="row" className="py-2 pr-2 text-left font-medium sm:px-3">
        {title}
      </th>
      {DAYS.map((day, index) => {
        const waits = days[index] ?? null;
        return (
          <td key={day} className="px-1 py-2 text-right tabular-nums sm:px-3">
            {waits === null ? "–" : cell(waits)}
          </td>
        );
      })}
    </tr>
  );
}
