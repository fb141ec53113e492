import type { Service } from "@callnext/core";

/** A service with all its settings; those that older ones lack are as they always were. */
export function serviceSettings(service: Service) {
  return {
    id: service.id,
    name: service.name,
    duration_minutes: service.durationMinutes,
    buffer_before_minutes: service.bufferBeforeMinutes ?? 0,
    buffer_after_minutes: service.bufferAfterMinutes ?? 0,
    bookable: service.bookable ?? true,
    archived: service.archived,
  };
}
