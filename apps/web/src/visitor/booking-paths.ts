/** What can be booked in a shop; slots, holds and appointments are below it. */
export const bookingPath = (shopSlug: string): string =>
  `/public/shops/${encodeURIComponent(shopSlug)}/booking/`;

/** Where one appointment is read and changed by whoever booked it. */
export const appointmentPath = (id: number): string => `/public/appointments/${id}/`;

/** What proves that it is theirs. */
export const appointmentHeaders = (key: string | null): Readonly<Record<string, string>> =>
  key === null ? {} : { "x-appointment-key": key };
