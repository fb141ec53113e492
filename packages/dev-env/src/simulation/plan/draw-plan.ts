import type { BusWeather } from "../node/bus.ts";
import type { Random } from "../world/random.ts";
import type { Fault, FaultKind, PlannedFault } from "./faults.ts";
import { PROFILE_WEIGHTS, PROFILES, type Profile, type ProfileName } from "./profiles.ts";

export type Audience = "staff" | "public" | "display";

/** Everything about a run that its seed decides before it begins. */
export interface Plan {
  readonly profile: ProfileName;
  readonly nodes: number;
  /** Topics of each native screen. */
  readonly screens: readonly (readonly Audience[])[];
  readonly boards: number;
  readonly desks: number;
  readonly waiting: number;
  readonly pauseMs: number;
  readonly bus: BusWeather;
  readonly faults: readonly PlannedFault[];
  /** All faults end here at the latest. */
  readonly healAt: number;
  readonly healsWithin: number;
  /** Commands end here. */
  readonly quietAt: number;
  readonly endAt: number;
}

/** After the last command everything has this long to come to rest. */
const REST_MS = 6_000;

const drawBus = (random: Random): BusWeather => ({
  lost: random.pick([0, 0, 0.3, 1]),
  doubled: random.pick([0, 0.3]),
  late: random.pick([0, 0.3]),
});

const drawFault = (random: Random, kind: FaultKind, nodes: number, machines: number): Fault => {
  const node = random.whole(0, nodes - 1);
  const machine = random.whole(0, machines - 1);
  switch (kind) {
    case "node-killed":
    case "power-lost":
    case "deployed":
    case "node-frozen":
    case "node-cut-off":
      return { kind, node };
    case "database-down":
    case "database-silent":
    case "database-slow":
    case "answers-lost":
    case "backup-restored":
      return { kind };
    case "black-hole":
      return { kind, machine, ways: random.pick(["both", "both", "up", "down"]), forgets: random.chance(0.5) };
    case "reset":
      return { kind, machine, told: random.pick(["both", "both", "client", "server"]) };
    case "slow-reader":
      return { kind, machine, rate: random.pick([0, 0, 0.5, 4]) };
    case "page-sleeps":
      return { kind, machine, isHidden: random.chance(0.5) };
    case "no-route":
    case "far-away":
    case "requests-fail":
    case "requests-repeated":
    case "page-hidden":
    case "page-reloaded":
      return { kind, machine };
  }
};

/** One audience each in turn, and now and then a second one on the same socket. */
const drawAudiences = (random: Random, index: number): readonly Audience[] => {
  const audiences: readonly Audience[] = ["staff", "public", "display"];
  const first = audiences[index % audiences.length] ?? "public";
  return random.chance(0.3) ? [...new Set([first, random.pick(audiences.slice(1))])] : [first];
};

const drawFaults = (random: Random, profile: Profile, nodes: number, machines: number, until: number): PlannedFault[] => {
  const faults: PlannedFault[] = [];
  const [mean, most] = profile.lasts;
  for (let at = random.between(500, 3_000); at < until; at += random.between(0.2, 1.8) * profile.everyMs) {
    const kind = random.weighted(profile.faults);
    const duration = Math.min(most, mean * -Math.log(1 - random.next()));
    faults.push({ at, duration, fault: drawFault(random, kind, nodes, machines) });
  }
  return faults;
};

/** `machines` of the faults are the screens, the boards, the desks and the door, in this order. */
export const drawPlan = (random: Random): Plan => {
  const name = random.weighted(PROFILE_WEIGHTS);
  const profile: Profile = PROFILES[name];
  const nodes = random.pick([1, 2, 2, 3]);
  const screens = Array.from({ length: random.whole(2, 4) }, (_, index) => drawAudiences(random, index));
  const boards = random.whole(1, 2);
  const desks = random.whole(1, 3);
  const healAt = random.between(12_000, 26_000);
  const quietAt = healAt + profile.healsWithin;
  return {
    profile: name,
    nodes,
    screens,
    boards,
    desks,
    waiting: random.whole(...profile.waiting),
    pauseMs: profile.pauseMs,
    bus: drawBus(random),
    faults: drawFaults(random, profile, nodes, screens.length + boards + desks + 1, healAt),
    healAt,
    healsWithin: profile.healsWithin,
    quietAt,
    endAt: quietAt + REST_MS,
  };
};
