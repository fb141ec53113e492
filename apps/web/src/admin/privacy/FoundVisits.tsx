import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { ScrollTable } from "../shared/ScrollTable.tsx";
import { CELL } from "../shared/table-styles.ts";
import type { FoundVisit } from "./found-person.ts";
import type { PersonSearch } from "./use-person.ts";

interface Props {
  readonly person: PersonSearch;
  readonly visits: readonly FoundVisit[];
}

const MOST_AT_ONCE = 50;
const COLUMNS = ["choose", "number", "day", "shop", "who"] as const;

/** Which of the visits are this person's is for a human to decide: families share a telephone. */
export function FoundVisits({ person, visits }: Props) {
  const { t } = useTranslation("admin");
  // Several may be several people's: then nothing is chosen for anybody.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(visits.length === 1 ? visits.map(({ id }) => id) : []),
  );
  const [asking, setAsking] = useState(false);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const tooMany = chosen.size > MOST_AT_ONCE ? t("privacy.most") : null;
  const blocked = chosen.size === 0 ? t("privacy.choose-first") : tooMany;
  const wanted = visits.filter(({ id }) => chosen.has(id));
  return (
    <>
      <ScrollTable label={t("privacy.found")} columns={COLUMNS.map((column) => t(`privacy.${column}`))}>
        {visits.map((visit) => (
          <VisitRow
            key={visit.id}
            visit={visit}
            chosen={chosen.has(visit.id)}
            onToggle={() => toggle(visit.id)}
          />
        ))}
      </ScrollTable>
      <div className="mt-4 flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="mr-auto text-sm text-ink-soft">
          {t("privacy.chosen", { count: chosen.size })}
        </p>
        <Button blocked={blocked} pending={person.pending} onPress={() => void person.take(wanted)}>
          {t("privacy.export")}
        </Button>
        <Button variant="danger" blocked={blocked} pending={person.pending} onPress={() => setAsking(true)}>
          {t("privacy.erase")}
        </Button>
      </div>
      <ConfirmDialog
        title={t("privacy.erase-title")}
        text={t("privacy.erase-text")}
        confirm={t("privacy.erase-confirm")}
        open={asking}
        onConfirm={() => void person.erase(wanted)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

interface RowProps {
  readonly visit: FoundVisit;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function VisitRow({ visit, chosen, onToggle }: RowProps) {
  const { t } = useTranslation("admin");
  const { person, day, shop_name } = visit;
  const what = visit.number ?? t(`privacy.a-${visit.kind}`);
  const held =
    person === null
      ? []
      : [person.full_name, person.phone, person.email, person.notes ?? null].filter((part) => part !== null);
  return (
    <tr>
      <td className={CELL}>
        <label className="-m-2 flex size-11 items-center justify-center">
          <input
            type="checkbox"
            className="size-5 accent-(--accent)"
            checked={chosen}
            onChange={onToggle}
            aria-label={`${t("privacy.choose")} ${what}, ${day}`}
          />
        </label>
      </td>
      <td className={`${CELL} font-semibold tabular-nums`}>{what}</td>
      <td className={`${CELL} whitespace-nowrap tabular-nums`}>{day}</td>
      <td className={CELL}>{shop_name}</td>
      <td className={CELL}>
        {person === null ? <em className="text-ink-soft">{t("privacy.erased")}</em> : held.join(" · ")}
      </td>
    </tr>
  );
}
