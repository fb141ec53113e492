import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROTOCOL_VERSION } from "../native/version.ts";
import { wireMessages } from "./async-api.ts";
import { canonicalJson } from "./canonical-json.ts";

interface Line {
  readonly version: string;
  readonly date: string;
  readonly hash: string;
  readonly change: string;
}

const ROW = /^\| (\d+\.\d+) +\| (\d{4}-\d\d-\d\d) +\| `([0-9a-f]{16})` +\| (.+?) +\|$/;

const readHistory = (): readonly Line[] =>
  readFileSync(new URL("../../HISTORY.md", import.meta.url), "utf8")
    .split("\n")
    .map((line) => ROW.exec(line))
    .filter((match) => match !== null)
    .map(([, version = "", date = "", hash = "", change = ""]) => ({ version, date, hash, change }));

/** Of what a message may hold; how it is described may change freely. */
const hashOfWire = (): string => {
  const payloads = Object.fromEntries(
    Object.entries(wireMessages()).map(([id, { payload }]) => [id, payload]),
  );
  return createHash("sha256").update(canonicalJson(payloads)).digest("hex").slice(0, 16);
};

test("every change of a message on the wire has its line in HISTORY.md", () => {
  const last = readHistory().at(-1);
  const hash = hashOfWire();
  const advice = [
    "The schemas of the sockets' messages are not those of the last line of packages/protocol/HISTORY.md.",
    "If the change is meant: raise PROTOCOL_VERSION in packages/protocol/src/native/version.ts, say it in PROTOCOL.md,",
    "and add a line:",
    `| ${PROTOCOL_VERSION === last?.version ? "(the new version)" : PROTOCOL_VERSION} | (today) | \`${hash}\` | (what changed, and what an older client or server makes of it) |`,
    "Boards run for years without a reload: fields and messages may be added; those that exist keep their meaning.",
  ].join("\n");
  expect(last?.hash === hash ? "" : advice).toBe("");
});

test("the last line's version is the one that the server tells", () => {
  expect(readHistory().at(-1)?.version).toBe(PROTOCOL_VERSION);
});

test("versions and dates only go up, and no two lines are about the same messages", () => {
  const lines = readHistory();
  const numbers = lines.map(({ version }) => version.split(".").map(Number));
  expect(numbers).toEqual(numbers.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  expect(lines.map(({ date }) => date)).toEqual(lines.map(({ date }) => date).toSorted());
  for (const key of ["version", "hash"] as const)
    expect(new Set(lines.map((line) => line[key])).size).toBe(lines.length);
});
