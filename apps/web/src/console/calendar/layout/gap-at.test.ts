import { describe, expect, it } from "vitest";
import { aBooking } from "../../booking/testing/a-booking.ts";
import { gapAt } from "./gap-at.ts";

const at = (clock: string): number => Date.parse(`2026-11-23T${clock}:00Z`);
const booked = (id: number, from: string, until: string, status: "scheduled" | "cancelled" = "scheduled") =>
  aBooking({
    id,
    status,
    appointment_time: `2026-11-23T${from}:00Z`,
    end_time: `2026-11-23T${until}:00Z`,
  });

describe("a gap for somebody who walks in", () => {
  it("lasts until the next booking, or the end of work", () => {
    const day = [booked(1, "09:00", "09:30"), booked(2, "11:00", "11:30")];
    expect(gapAt(at("09:15"), at("18:00"), 1, day)).toBeNull();
    expect(gapAt(at("09:30"), at("18:00"), 1, day)).toBe(at("11:00"));
    expect(gapAt(at("12:00"), at("18:00"), 1, day)).toBe(at("18:00"));
    expect(gapAt(at("18:00"), at("18:00"), 1, day)).toBeNull();
  });
  it("is there as long as a lane is free, and where a booking was given up", () => {
    const day = [booked(1, "09:00", "10:00"), booked(2, "09:30", "10:00")];
    expect(gapAt(at("09:00"), at("18:00"), 2, day)).toBe(at("09:30"));
    expect(gapAt(at("09:15"), at("18:00"), 3, day)).toBe(at("18:00"));
    expect(gapAt(at("09:15"), at("18:00"), 1, [booked(1, "09:00", "10:00", "cancelled")])).toBe(at("18:00"));
  });
});
