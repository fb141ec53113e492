import type { ProviderOnWire } from "@callnext/protocol";
import { expect, it } from "vitest";
import { bodyOf, draftOf } from "./provider-draft.ts";

const PROVIDER: ProviderOnWire = {
  id: "p1",
  staff_id: 7,
  name: "Ali Diop",
  service_ids: [1, 2],
  lanes: 2,
  rank: 3,
  archived: false,
  patterns: [
    {
      from: "2026-11-16",
      until: null,
      every_weeks: 2,
      periods: { monday: [{ opens: "09:00", closes: "17:00" }] },
    },
  ],
  absences: [{ from: "2026-12-24T12:00", until: "2026-12-27T00:00", reason: null }],
};

it("sends back what it was given, where nothing was changed", () => {
  const { id: _id, archived: _archived, ...settings } = PROVIDER;
  // A person's name is the person's own.
  expect(bodyOf(draftOf(PROVIDER, 1))).toEqual({ ...settings, name: "" });
});

it("begins with a place of its own behind the others", () => {
  expect(bodyOf({ ...draftOf(null, 4), name: "Room 2" })).toEqual({
    staff_id: null,
    name: "Room 2",
    service_ids: [],
    lanes: 1,
    rank: 4,
    patterns: [],
    absences: [],
  });
});
