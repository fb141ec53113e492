import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CalendarSearch } from "../calendar-search.ts";
import { mondayOf } from "../time/calendar-date.ts";
import { useDayText } from "../time/use-day-text.ts";
import { BookButton } from "./BookButton.tsx";
import { DayButtons } from "./DayButtons.tsx";
import { LookSwitch } from "./LookSwitch.tsx";
import { MoreMenu } from "./MoreMenu.tsx";
import { PersonChoice } from "./PersonChoice.tsx";

interface Props {
  readonly search: CalendarSearch;
  readonly day: string;
  readonly today: string;
}

/** Which day or week, whose, and a new booking. */
export function CalendarToolbar({ search, day, today }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  const navigate = useNavigate({ from: "/console/$tenant/$shopId/calendar" });
  const go = (next: CalendarSearch): void => void navigate({ search: next, replace: true });
  const week = search.week ?? false;
  const onDay = (date: string): void => {
    const { day: _day, ...rest } = search;
    go(date === today ? rest : { ...rest, day: date });
  };
  const onWeek = (wanted: boolean): void => {
    const { week: _week, ...rest } = search;
    go(wanted ? { ...rest, week: wanted } : rest);
  };
  const onPerson = (person: string): void => {
    const { person: _person, ...rest } = search;
    go(person === "" ? rest : { ...rest, person });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="grow basis-64 text-xl font-bold first-letter:uppercase" aria-live="polite">
        {week ? t("calendar.week-of", { day: text.long(mondayOf(day)) }) : text.long(day)}
      </h2>
      <DayButtons day={day} today={today} week={week} onDay={onDay} />
      <LookSwitch week={week} onWeek={onWeek} />
      {week && <PersonChoice person={search.person ?? ""} onPerson={onPerson} />}
      <BookButton date={day < today ? today : day} providerId={week ? (search.person ?? null) : null} />
      <MoreMenu />
    </div>
  );
}
