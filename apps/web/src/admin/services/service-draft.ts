import type { ServiceSettings } from "./services-query.ts";

/** A service as its form holds it. */
export interface ServiceDraft {
  readonly name: string;
  readonly minutes: string;
  readonly bookable: boolean;
  readonly before: string;
  readonly after: string;
}

export function draftOf(service: ServiceSettings | null): ServiceDraft {
  return {
    name: service?.name ?? "",
    minutes: String(service?.duration_minutes ?? 15),
    bookable: service?.bookable ?? true,
    before: String(service?.buffer_before_minutes ?? 0),
    after: String(service?.buffer_after_minutes ?? 0),
  };
}

export function bodyOf({ name, minutes, bookable, before, after }: ServiceDraft): Record<string, unknown> {
  return {
    name,
    duration_minutes: Number(minutes),
    bookable,
    buffer_before_minutes: Number(before),
    buffer_after_minutes: Number(after),
  };
}
