import { UUID } from "../stream/topic-name.ts";

export type Route =
  | { readonly kind: "native" }
  | { readonly kind: "queue"; readonly shopId: number; /** Without the trailing slash. */ readonly page: boolean }
  | { readonly kind: "appointments"; readonly shopId: number }
  | { readonly kind: "display"; readonly tenantSlug: string; readonly displayId: string };

const QUEUE = /^\/ws\/queue\/([1-9]\d{0,14})(\/?)$/;
const APPOINTMENTS = /^\/ws\/appointments\/([1-9]\d{0,14})\/?$/;
const DISPLAY = /^\/ws\/tenants\/([a-z0-9-]{1,100})\/displays\/([0-9A-Fa-f-]{36})\/?$/;

/** Undefined where no socket is served at this path. */
export const routeOf = (path: string): Route | undefined => {
  if (path === "/ws/v1" || path === "/ws/v1/") return { kind: "native" };
  const queue = QUEUE.exec(path);
  if (queue !== null) return { kind: "queue", shopId: Number(queue[1]), page: queue[2] === "" };
  const appointments = APPOINTMENTS.exec(path);
  if (appointments !== null) return { kind: "appointments", shopId: Number(appointments[1]) };
  const [, tenantSlug, displayId] = DISPLAY.exec(path) ?? [];
  if (tenantSlug === undefined || displayId === undefined) return undefined;
  const id = displayId.toLowerCase();
  return UUID.test(id) ? { kind: "display", tenantSlug, displayId: id } : undefined;
};
