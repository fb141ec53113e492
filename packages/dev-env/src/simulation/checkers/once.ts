import type { History } from "../history.ts";
import { survives } from "./eras.ts";
import { groupBy } from "./group-by.ts";
import type { Violation } from "./violation.ts";

/** P2: no command took effect twice, by what the database recorded and by who got how many tickets. */
export const checkOnce = (history: History): readonly Violation[] => {
  const standing = history.effects.filter(
    ({ operation, epoch, toSeq }) => operation !== "opening" && survives(history, epoch, toSeq),
  );
  const people = (history.eras.at(-1)?.log ?? []).flatMap(({ person }) => person?.fullName ?? []);
  const twice = (names: readonly string[]): readonly string[] =>
    [...groupBy(names, (name) => name)].filter(([, same]) => same.length > 1).map(([name]) => name);
  return [
    ...twice(standing.map(({ operation }) => operation)).map((name) => ({
      promise: "P2",
      text: `${name} took effect twice`,
    })),
    ...twice(people).map((name) => ({ promise: "P2", text: `${name} was given two tickets` })),
  ];
};
