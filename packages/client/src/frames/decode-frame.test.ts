import { CLOSE, type DownFrame, downFrame, HEARTBEAT_MS, SUBPROTOCOL } from "@callnext/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SILENCE_MS, SUBPROTOCOL_OFFERED, TOO_MANY } from "../connection/limits.ts";
import { decodeFrame, isDownFrame } from "./decode-frame.ts";

const TIME = "2026-11-22T09:00:00.000Z";
const FRAMES: readonly DownFrame[] = [
  { type: "hello", time: TIME },
  { type: "pong", time: TIME },
  { type: "heartbeat", time: TIME, seqs: { "shop:1:public": { epoch: "e", seq: 3 } } },
  { type: "snapshot", topic: "shop:1:public", epoch: "e", to: 3, view: { queues: { q: { id: "q" } } } },
  {
    type: "delta",
    topic: "shop:1:public",
    epoch: "e",
    from: 3,
    to: 4,
    set: { queues: { q: 1 } },
    unset: { calls: ["A001"] },
  },
  { type: "refused", topic: "shop:1:staff", code: "unauthenticated", message: "Sign in" },
  { type: "error", code: "bad-frame", message: "?" },
];

/** Every frame with one field replaced by something else, or gone. */
const spoilt = fc
  .record({
    frame: fc.constantFrom(...FRAMES),
    field: fc.nat(7),
    value: fc.option(fc.jsonValue(), { nil: undefined }),
  })
  .map(({ frame, field, value }) => {
    const fields = Object.keys(frame);
    return { ...frame, [fields[field % fields.length] ?? "type"]: value };
  });

test("every kind of frame is read", () => {
  for (const frame of FRAMES) expect(decodeFrame(JSON.stringify(frame))).toEqual(frame);
});

test("the guards agree with the schemas, but for the form of times", () => {
  fc.assert(
    fc.property(spoilt, (frame) => {
      const schemaSays = downFrame.safeParse({
        ...frame,
        ...("time" in frame && typeof frame.time === "string" ? { time: TIME } : {}),
      }).success;
      expect(isDownFrame(frame)).toBe(schemaSays);
    }),
    { numRuns: 2_000 },
  );
});

test("the decoder never throws, and a cut frame is none", () => {
  fc.assert(fc.property(fc.anything(), (data) => void decodeFrame(data)));
  fc.assert(fc.property(fc.string(), (data) => decodeFrame(data) === null));
  for (const frame of FRAMES) {
    const text = JSON.stringify(frame);
    for (let end = 0; end < text.length; end += 1) expect(decodeFrame(text.slice(0, end))).toBeNull();
  }
});

test("no frame reaches into an object's prototype", () => {
  const poisoned =
    '{"type":"delta","topic":"t","epoch":"e","from":1,"to":2,"set":{"__proto__":{"polluted":1}},"unset":{}}';
  expect(decodeFrame(poisoned)).toBeNull();
  expect(
    decodeFrame(poisoned.replace('"__proto__"', '"calls"').replace('"polluted"', '"__proto__"')),
  ).toBeNull();
  expect(isDownFrame({ type: "constructor" })).toBe(false);
});

test("constants that both sides know are the same on both", () => {
  expect(SUBPROTOCOL_OFFERED).toBe(SUBPROTOCOL);
  expect(TOO_MANY).toBe(CLOSE.tooMany);
  expect(SILENCE_MS).toBeGreaterThan(2 * HEARTBEAT_MS);
});
