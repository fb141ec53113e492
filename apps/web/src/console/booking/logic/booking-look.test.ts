import { describe, expect, it } from "vitest";
import { aBooking } from "../testing/a-booking.ts";
import { bookingLook } from "./booking-look.ts";
import { mayStep, takesTime } from "./booking-steps.ts";

const NINE = Date.parse("2026-11-23T09:00Z");

describe("how a booking stands", () => {
  it("is expected, and overdue from its time on", () => {
    const booking = aBooking({ appointment_time: "2026-11-23T09:00:00Z" });
    expect(bookingLook(booking, NINE - 1).key).toBe("scheduled");
    expect(bookingLook(booking, NINE).key).toBe("overdue");
  });
  it("is what the visitor said, while nobody has come", () => {
    const coming = aBooking({ on_my_way: "2026-11-23T08:40:00Z" });
    expect(bookingLook(coming, NINE).key).toBe("on-my-way");
    expect(bookingLook({ ...coming, late_minutes: 10 }, NINE).key).toBe("late");
    expect(bookingLook({ ...coming, late_minutes: 10, status: "checked_in" }, NINE).key).toBe("checked-in");
  });
  it("decides what may be done with it, and whether its time is taken", () => {
    expect(mayStep(aBooking({}), "check-in")).toBe(true);
    expect(mayStep(aBooking({ status: "completed" }), "cancel")).toBe(false);
    expect(mayStep(aBooking({ status: "no_show" }), "restore")).toBe(true);
    expect(takesTime(aBooking({ status: "held" }))).toBe(true);
    expect(takesTime(aBooking({ status: "no_show" }))).toBe(false);
  });
});
