import type { Rate } from "../../limits/token-buckets.ts";

/** Of one node. A caller is a person, a device or an API key, on however many sockets. */
export interface SocketLimits {
  readonly total: number;
  readonly perAddress: number;
  readonly perCaller: number;
  readonly perTenant: number;
  /** Null: as many as come. */
  readonly rates: SocketRates | null;
}

export interface SocketRates {
  readonly upgradesPerAddress: Rate;
  readonly upgradesPerCaller: Rate;
  /** What clients send; each socket has a rate of its own beside these (`outlet.ts`). */
  readonly framesPerAddress: Rate;
  readonly framesPerCaller: Rate;
  readonly framesPerTenant: Rate;
}

/** A waiting room's phones often share one address, and all come back at once after an outage. */
export const SOCKET_LIMITS: SocketLimits = {
  total: 20_000,
  perAddress: 2_000,
  perCaller: 100,
  perTenant: 10_000,
  rates: {
    upgradesPerAddress: { burst: 4_000, perSecond: 100 },
    upgradesPerCaller: { burst: 200, perSecond: 5 },
    framesPerAddress: { burst: 20_000, perSecond: 1_000 },
    framesPerCaller: { burst: 2_000, perSecond: 100 },
    framesPerTenant: { burst: 100_000, perSecond: 5_000 },
  },
};

/** For tests and benchmarks, whose every client is at one address. */
export const NO_SOCKET_LIMITS: SocketLimits = {
  total: 20_000,
  perAddress: 20_000,
  perCaller: 20_000,
  perTenant: 20_000,
  rates: null,
};
