import { describe, expect, it } from "vitest";
import type { JoinAnswer, PublicQueue } from "../wire.ts";
import { hoursToday } from "./hours-text.ts";
import { isPhone } from "../is-phone.ts";
import { joinView } from "./join-view.ts";

const hours = {
  monday: [
    { opens: "08:00", closes: "12:30" },
    { opens: "14:00", closes: "18:00" },
  ],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

function queue(id: string, more: Partial<PublicQueue> = {}): PublicQueue {
  return {
    id,
    name: id,
    prefix: "A",
    status: "open",
    rank: 0,
    capacity: null,
    service_ids: [1],
    longer_than_usual: false,
    waits: [
      [0, 3, 0],
      [4, 8, 0],
    ],
    line: ["A001"],
    appointments: {},
    ...more,
  };
}
function shop(queues: readonly PublicQueue[], open_now = true): JoinAnswer {
  return {
    tenant: { slug: "t", name: "T", locale: "fr" },
    shop: {
      id: 1,
      slug: "s",
      name: "S",
      address: "",
      time_zone: "Africa/Dakar",
      locale: "fr",
      opening_hours: hours,
      tenant_slug: "t",
      tenant_name: "T",
      open_now,
      phone_required: false,
      booking_open: false,
    },
    queues: queues.map((each) => ({ ...each, booked_within_hour: 2 })),
    services: [
      { id: 1, name: "Cut", duration_minutes: 30, archived: false },
      { id: 2, name: "Old", duration_minutes: 5, archived: true },
    ],
    record: null,
  };
}

describe("joinView", () => {
  it("tells how many wait and how long the next one would", () => {
    const [choice] = joinView(shop([queue("a", { service_ids: [1, 2] })]), null).queues;
    expect(choice).toMatchObject({ waiting: 1, wait: [4, 8, 0], bar: null });
    expect(choice?.services.map(({ id }) => id)).toEqual([1]);
  });
  it("tells how many are expected by appointment, and what that leaves", () => {
    const [free, limited, full] = joinView(
      shop([queue("a"), queue("b", { capacity: 4 }), queue("c", { capacity: 2 })]),
      null,
    ).queues;
    expect(free).toMatchObject({ booked: 2, left: null });
    expect(limited).toMatchObject({ booked: 2, left: 1, bar: null });
    // Who is there may still join: the desk decides.
    expect(full).toMatchObject({ booked: 2, left: 0, bar: null });
  });
  it("names why nobody can join", () => {
    const full = queue("f", { capacity: 1 });
    expect(joinView(shop([queue("a")]), null).door).toBe("open");
    expect(joinView(shop([queue("a")], false), null).door).toBe("closed");
    expect(joinView(shop([full, queue("p", { status: "paused" })]), null).door).toBe("full");
    expect(
      joinView(shop([queue("p", { status: "paused" }), queue("c", { status: "closed" })]), null).door,
    ).toBe("paused");
    expect(joinView(shop([]), null).door).toBe("closed");
  });
});

describe("hoursToday", () => {
  it("speaks of the shop's own day", () => {
    expect(hoursToday({ opening_hours: hours, time_zone: "Africa/Dakar" }, Date.UTC(2026, 10, 23, 9))).toBe(
      "08:00–12:30, 14:00–18:00",
    );
    expect(
      hoursToday({ opening_hours: hours, time_zone: "Africa/Dakar" }, Date.UTC(2026, 10, 22, 9)),
    ).toBeNull();
  });
});

describe("isPhone", () => {
  it("takes nothing or 7 to 15 digits, as people write them", () => {
    for (const good of ["", " ", "+221 77 123 45 67", "(555) 010-9999", "1234567"])
      expect(isPhone(good)).toBe(true);
    for (const bad of ["123456", "1234567890123456", "+", "call me", "12345678a"])
      expect(isPhone(bad)).toBe(false);
  });
});
