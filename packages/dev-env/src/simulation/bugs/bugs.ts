import type { PlantedBug } from "./bug.ts";
import { CLIENT_BUGS } from "./client-bugs.ts";
import { CORE_BUGS } from "./core-bugs.ts";
import { SERVER_BUGS } from "./server-bugs.ts";

/** Every bug that the checkers must catch. */
export const BUGS: readonly PlantedBug[] = [...CORE_BUGS, ...SERVER_BUGS, ...CLIENT_BUGS];

export const bugByName = (name: string): PlantedBug => {
  const bug = BUGS.find((each) => each.name === name);
  if (bug === undefined)
    throw new Error(`There is no bug "${name}". There are: ${BUGS.map((each) => each.name).join(", ")}.`);
  return bug;
};
