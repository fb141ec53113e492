import type { History } from "../history.ts";
import type { Violation } from "./violation.ts";

const MOST_BYTES = 256 * 1024;

/** P11: no more than 256 KiB ever wait in a server for one socket. */
export const checkBacklogs = ({ backlogs }: History): readonly Violation[] =>
  [...backlogs]
    .filter(([, bytes]) => bytes > MOST_BYTES)
    .map(([socket, bytes]) => ({
      promise: "P11",
      text: `${Math.round(bytes / 1024)} KiB waited in ${socket}`,
    }));

/** P16: when everybody has gone, nothing is left of them. */
export const checkLeftovers = ({ leftovers }: History): readonly Violation[] =>
  leftovers
    .filter(({ count }) => count > 0)
    .map(({ who, what, count }) => ({ promise: "P16", text: `${who} keeps ${count} ${what}` }));
