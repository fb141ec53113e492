import type { ProfileName } from "../plan/profiles.ts";

/** One change of a file of the production sources. */
export interface Edit {
  /** From the root of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A bug planted into a copy of the production sources, and the promise it must be seen to break. */
export interface PlantedBug {
  readonly name: string;
  /** More than one where a second line of defence would hold. */
  readonly edits: readonly Edit[];
  /** The checker that must catch it. */
  readonly breaks: string;
  /** The trouble in which it shows soonest; without one, all seeds are tried. */
  readonly shows?: ProfileName;
  /** Where to begin looking for what is rare: the seed that showed it when this was written. */
  readonly from?: number;
}
