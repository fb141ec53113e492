import type { AppointmentOnWire } from "@callnext/protocol";

/** An appointment as the wire has it, for tests: what matters to the test is given. */
export function aBooking(given: Partial<AppointmentOnWire>): AppointmentOnWire {
  return {
    id: 1,
    shop_id: 1,
    business_id: 1,
    status: "scheduled",
    appointment_time: "2026-11-23T09:00:00Z",
    end_time: "2026-11-23T09:30:00Z",
    full_name: "Jane Sow",
    phone_number: null,
    email: null,
    notes: null,
    number_of_people: 1,
    service_id: 1,
    service: { id: 1, name: "Haircut", duration: 30 },
    provider_id: "p1",
    provider_name: "Ali",
    barber_id: 7,
    barber: { id: 7, full_name: "Ali" },
    employee_id: 7,
    employee: { id: 7, full_name: "Ali" },
    created_at: "2026-11-20T09:00:00Z",
    updated_at: "2026-11-20T09:00:00Z",
    ticket_id: null,
    ticket_number: null,
    on_my_way: null,
    late_minutes: null,
    held_until: null,
    ...given,
  };
}
