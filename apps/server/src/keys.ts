/** `npm run keys -- list | rotate [--overlap 7d] [--now] | retire ID` */
import { parseArgs } from "node:util";
import { type KeyKeeper, type ListedKey, manageKeys } from "@callnext/server/maintenance";
import { openCommand, usage } from "./command.ts";
import { duration } from "./duration.ts";
import { fail } from "./fail.ts";

const USAGE = `npm run keys -- list
npm run keys -- rotate [--overlap 7d] [--now]
npm run keys -- retire ID

The keys that sign visitors' links, tokens and the like, and seal secrets in the database.
  rotate     add a key; it signs a minute later, when every node knows it
  --overlap  how long what the older keys signed is still believed (90m, 36h, 7d, 0); default 7d
  --now      a key leaked: sign with the new one at once, believe the older ones no longer (unless --overlap is given)
  retire     delete a key; what it sealed is sealed anew first`;

const REFUSALS = {
  "no-such-key": "there is no key of this name",
  "key-signs": "it is the one that signs: rotate first, and wait a minute",
} as const;

const { values, positionals } = parsed();
const [action, id] = positionals;
const overlap = duration(values.overlap ?? (values.now ? "0" : "7d"));
if (overlap === undefined) usage(USAGE);
const { config, log } = openCommand();
const done = await manageKeys(config, { log, now: Date.now }, async (keeper) => {
  const refused = await act(keeper, overlap);
  return { refused, lines: (await keeper.list()).map(line) };
}).catch((problem: unknown) => fail(problem, "The keys cannot be used"));
if (done.refused !== null) fail(done.refused, "The key was not retired");
console.log(done.lines.join("\n"));

/** Why it was not done, or null. */
async function act(keeper: KeyKeeper, overlapMs: number): Promise<string | null> {
  if (action === "rotate") await keeper.rotate({ overlapMs, atOnce: values.now });
  if (action !== "retire" || id === undefined) return null;
  const retired = await keeper.retire(id);
  if (retired.ok) return null;
  return retired.code === "sealed-text-damaged"
    ? `${retired.where} does not open with it`
    : REFUSALS[retired.code];
}

function line({ id: key, state, createdAt, signsFrom, acceptedUntil }: ListedKey): string {
  const at = (time: number): string => new Date(time).toISOString().slice(0, 16).replace("T", " ");
  const states: Readonly<Record<ListedKey["state"], string>> = {
    signs: "signs",
    "to-come": `signs from ${at(signsFrom)}`,
    accepted: `believed until ${acceptedUntil === null ? "further notice" : at(acceptedUntil)}`,
    ended: "believed no longer; opens what it sealed until it is retired",
  };
  return `${key}  made ${at(createdAt)}  ${states[state]}`;
}

function parsed() {
  try {
    const options = { overlap: { type: "string" }, now: { type: "boolean", default: false } } as const;
    const read = parseArgs({ options, allowPositionals: true });
    const [first] = read.positionals;
    const wanted = first === "retire" ? 2 : 1;
    const known = first === "list" || first === "rotate" || first === "retire";
    return known && read.positionals.length === wanted ? read : usage(USAGE);
  } catch {
    return usage(USAGE);
  }
}
