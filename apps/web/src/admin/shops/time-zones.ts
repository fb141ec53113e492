/** Every zone this browser knows; its own one first in mind, so it must be among them. */
export function timeZones(...more: readonly string[]): readonly string[] {
  const known = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set([...known, ...more, "UTC"])].toSorted();
}

export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
