import { expect, test } from "vitest";
import type { CommandKind, CommandRecord } from "../actors/command-record.ts";
import type { ShopLog } from "../oracle/shop-log.ts";
import { checkCommands } from "./check-commands.ts";
import { plantedLog } from "./planted-log.ts";

const log = plantedLog([
  ["counter-configured", ""],
  ["ticket-issued", "a", { number: "A001" }],
  ["ticket-called", "a"],
  ["ticket-issued", "b", { number: "A002" }],
]);

const record = (kind: CommandKind, key: string, id: string, seq: number, number = ""): CommandRecord => ({
  kind,
  key,
  sentAt: 0,
  answeredAt: 1,
  attempts: 1,
  status: kind === "issue" ? 201 : 200,
  code: null,
  seq,
  ticket: { id, number, status: "", calls: 0 },
  twin: null,
});
const first = record("issue", "k1", "a", 2, "A001");
const call = record("call-next", "k2", "a", 3);
const second = record("issue", "k3", "b", 4, "A002");
const refused: CommandRecord = {
  ...call,
  key: "k4",
  status: 409,
  code: "queue-empty",
  seq: null,
  ticket: null,
};
const honest = [first, call, second, refused];

test("commands that are there once each, and refusals that left nothing, are found well", () => {
  expect(checkCommands(honest, log)).toEqual([]);
});

test("an acknowledged command that the crash took away is found", () => {
  const lost: ShopLog = { ...log, seq: 3, events: log.events.slice(0, 3) };
  expect(checkCommands(honest, lost)).toEqual(["issue k3 was acknowledged at seq 4, which is not there"]);
});

test("a command that a retry did twice is found", () => {
  const twice = plantedLog([
    ["counter-configured", ""],
    ["ticket-issued", "a", { number: "A001" }],
    ["ticket-called", "a"],
    ["ticket-issued", "b", { number: "A002" }],
    ["ticket-issued", "c", { number: "A003" }],
  ]);
  expect(checkCommands(honest, twice)).toEqual([
    "ticket-issued at seq 5 belongs to no acknowledged command: done twice",
  ]);
});

test("one effect told to two commands is found", () => {
  expect(checkCommands([...honest, { ...call, key: "k5" }], log)).toEqual(["seq 3 was told to k2 and k5"]);
});

test("an answer about another ticket or with another number is found", () => {
  expect(checkCommands([first, record("call-next", "k2", "b", 3), second], log)).toEqual([
    "call-next k2 was acknowledged at seq 3, where ticket-called of a is",
  ]);
  expect(
    checkCommands(
      [{ ...first, ticket: { id: "a", number: "A007", status: "", calls: 0 } }, call, second],
      log,
    ),
  ).toEqual(["issue k1 was told A007, the log says A001"]);
});

test("a hole in the stream and a shop that stands elsewhere are found", () => {
  const holed: ShopLog = { ...log, events: log.events.filter(({ seq }) => seq !== 1) };
  expect(checkCommands(honest, holed)).toContain("the log holds seq 2 in place 1");
  expect(checkCommands(honest, { ...log, seq: 9 })).toEqual(["the shop is at seq 9, its log at 4"]);
});

test("a command that never got an answer is found", () => {
  const silent: CommandRecord = { ...refused, status: 0, answeredAt: null };
  expect(checkCommands([first, call, second, silent], log)).toEqual(["call-next k4 never got an answer"]);
});

test("two answers under one key are found, one answer told twice is not", () => {
  expect(checkCommands([{ ...first, twin: { status: 201, seq: 2 } }, call, second], log)).toEqual([]);
  const twins = [first, { ...call, twin: { status: 409, seq: null } }, second];
  expect(checkCommands(twins, log)).toEqual(["call-next k2 got two answers under one key"]);
});
