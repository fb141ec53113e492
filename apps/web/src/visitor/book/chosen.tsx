import { useShared } from "../../pages-shared/speech.tsx";
import { useBookWords } from "./catalogue.ts";
import type { Person, Service } from "./wish.ts";

/** Null: there was no choice. */
type Change = (() => void) | null;

export function ChosenService({
  service: { name, duration_minutes: minutes },
  onChange,
}: {
  readonly service: Service;
  readonly onChange: Change;
}) {
  const t = useBookWords();
  const shared = useShared();
  const about = shared("wait.minutes", { minutes });
  return <Row name={name} about={about} changeLabel={t("changeService")} onChange={onChange} />;
}

/** Nothing where nobody in particular offers it. */
export function ChosenPerson({
  people,
  person,
  onChange,
}: {
  readonly people: readonly Person[];
  readonly person: Person | null;
  readonly onChange: Change;
}) {
  const t = useBookWords();
  const [only] = people;
  if (only === undefined) return null;
  const anyone = t(people.some(({ is_person }) => is_person) ? "anyone" : "anyPlace");
  const name = person?.name ?? (people.length === 1 ? only.name : anyone);
  return <Row name={name} about={null} changeLabel={t("changePerson")} onChange={onChange} />;
}

/** What was chosen, and the way back to it. */
function Row({
  name,
  about,
  onChange,
  changeLabel,
}: {
  readonly name: string;
  readonly about: string | null;
  readonly onChange: Change;
  /** What the button does, for those who do not see beside what it stands. */
  readonly changeLabel: string;
}) {
  const t = useBookWords();
  return (
    <div className="chosen" data-testid="chosen">
      <p>
        <strong>{name}</strong>
        {about === null ? null : <span className="quiet"> {about}</span>}
      </p>
      {onChange === null ? null : (
        <button type="button" className="chosen-change" aria-label={changeLabel} onClick={onChange}>
          {t("change")}
        </button>
      )}
    </div>
  );
}
