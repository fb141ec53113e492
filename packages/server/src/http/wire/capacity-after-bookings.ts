import { checkInTimes, type Queue, queueForService, type ShopState } from "@callnext/core";

const HOUR_MS = 3_600_000;

/**
 * What appointments leave to walk-ins of a queue. `booked_within_hour`: visitors expected there within the hour who
 * have not checked in; those who have are among the waiting ones.
 */
export function capacityAfterBookings(queue: Queue, state: ShopState, now: number) {
  const serves = new Map<number, boolean>();
  const isServed = (serviceId: number): boolean => {
    const known = serves.get(serviceId) ?? queueForService(state, serviceId)?.id === queue.id;
    serves.set(serviceId, known);
    return known;
  };
  let booked = 0;
  for (const appointment of state.appointments.values()) {
    const { status, start, serviceId } = appointment;
    if (status !== "scheduled" || start >= now + HOUR_MS) continue;
    if (checkInTimes(appointment, state.shop).closes > now && isServed(serviceId)) booked += 1;
  }
  const left = queue.capacity === null ? null : Math.max(0, queue.capacity - queue.line.length - booked);
  return { booked_within_hour: booked, capacity_left: left };
}
