import type { Service, ShopState } from "../queue/shop.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import type { ServiceOnWire } from "./types.ts";

const keep = createIdentityKeeper<Service, ServiceOnWire>();

const serviceOnWire = (service: Service): ServiceOnWire => ({
  id: service.id,
  name: service.name,
  duration_minutes: service.durationMinutes,
  archived: service.archived,
});

export const servicesOnWire = (state: ShopState): Readonly<Record<string, ServiceOnWire>> =>
  Object.fromEntries(
    [...state.services.values()].map((service) => [service.id, keep(service, serviceOnWire(service))]),
  );
