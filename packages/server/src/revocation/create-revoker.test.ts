import { pino } from "pino";
import { expect, test } from "vitest";
import { createInProcessBus } from "../bus/in-process-bus.ts";
import { createRevoker } from "./create-revoker.ts";
import { readRevoked, type Revoked, revokedText } from "./revoked.ts";

const ALL: readonly Revoked[] = [
  { kind: "user", userId: "u-1" },
  { kind: "membership", userId: "u-1" },
  { kind: "session", sessionId: "Abc_9.x" },
  { kind: "device", deviceId: "0e2f6a2e-8a3c-4a55-9b57-3f1d3a0e0c11" },
  { kind: "integration", keyId: "0e2f6a2e-8a3c-4a55-9b57-3f1d3a0e0c11" },
];

test("P14 what is revoked ends here within the call, and once on each other node", async () => {
  const bus = createInProcessBus(pino({ level: "silent" }));
  const here: Revoked[] = [];
  const there: Revoked[] = [];
  using one = createRevoker({ bus, node: "one", apply: (what) => here.push(what) });
  using _two = createRevoker({ bus, node: "two", apply: (what) => there.push(what) });
  for (const [count, what] of ALL.entries()) {
    one.revoke(what);
    expect(here).toHaveLength(count + 1);
  }
  // Notes of others on the same bus, and what anybody could send.
  for (const note of [
    "board 1 2 3",
    "revoke",
    "revoke x",
    "revoke x session",
    "revoke x nothing a",
    "revoke x session a'b",
    "",
  ])
    bus.tell(note);
  await new Promise((resolve) => setImmediate(resolve));
  expect(here).toEqual(ALL);
  expect(there).toEqual(ALL);
});

test("each kind is read as it was written", () => {
  for (const what of ALL) expect(readRevoked(revokedText(what))).toEqual(what);
});
