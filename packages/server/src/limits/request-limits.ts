import { type Caller } from "../people/caller.ts";
import { addressGroup } from "./address-group.ts";
import { createTokenBuckets, type Rate } from "./token-buckets.ts";

export interface RequestRates {
  /** A whole waiting room may stand behind one address. */
  readonly perAddress: Rate;
  readonly perPerson: Rate;
  readonly perKey: Rate;
  readonly perDevice: Rate;
  /** All who ask for one organisation, visitors included: however many they are, the others are served. */
  readonly perTenant: Rate;
  /** Slots taken by visitors from one address: without an account, a few programs could keep a shop full. */
  readonly perBookingAddress: Rate;
  /** Looking for free times is the dearest question that anybody may ask. */
  readonly perSearchingAddress: Rate;
}

export const REQUEST_RATES: RequestRates = {
  perAddress: { burst: 6_000, perSecond: 100 },
  perPerson: { burst: 1_200, perSecond: 20 },
  perKey: { burst: 3_000, perSecond: 50 },
  perDevice: { burst: 600, perSecond: 10 },
  perTenant: { burst: 30_000, perSecond: 1_000 },
  perBookingAddress: { burst: 60, perSecond: 0.2 },
  perSearchingAddress: { burst: 300, perSecond: 5 },
};

/** Each takes one and gives 0, or gives the seconds to wait. */
export interface RequestLimits {
  address(ip: string): number;
  tenant(slug: string): number;
  booking(ip: string): number;
  search(ip: string): number;
  caller(caller: Caller): number;
}

export function createRequestLimits(rates: RequestRates, now: () => number): RequestLimits {
  const addresses = createTokenBuckets(rates.perAddress, now);
  const tenants = createTokenBuckets(rates.perTenant, now);
  const booking = createTokenBuckets(rates.perBookingAddress, now);
  const searches = createTokenBuckets(rates.perSearchingAddress, now);
  const people = createTokenBuckets(rates.perPerson, now);
  const keys = createTokenBuckets(rates.perKey, now);
  const devices = createTokenBuckets(rates.perDevice, now);
  return {
    address: (ip) => addresses.take(addressGroup(ip)),
    tenant: (slug) => tenants.take(slug),
    booking: (ip) => booking.take(addressGroup(ip)),
    search: (ip) => searches.take(addressGroup(ip)),
    caller(caller) {
      switch (caller.kind) {
        case "person":
          return people.take(caller.session.userId);
        case "integration":
          return keys.take(caller.integration.keyId);
        case "device":
          return devices.take(caller.device.id);
      }
    },
  };
}
