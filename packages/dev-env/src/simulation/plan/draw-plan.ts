import type { BusWeather } from "../node/bus.ts";
import type { Random } from "../world/random.ts";
import type { Fault, FaultKind, PlannedFault } from "./faults.ts";
import { PROFILE_WEIGHTS, PROFILES, type Profile, type ProfileName } from "./profiles.ts";

export type Audience = "staff" | "public" | "display";

/** A time in which things go wrong; all of them are over at its end. */
export interface Storm {
  readonly faults: readonly PlannedFault[];
  readonly endsAt: number;
  /** Its last blow: how many of the connections are reset. */
  readonly resets: number;
}

/** Everything about a run that its seed decides before it begins. */
export interface Plan {
  readonly profile: ProfileName;
  readonly nodes: number;
  /** Topics of each native screen. */
  readonly screens: readonly (readonly Audience[])[];
  readonly boards: number;
  /** Pages of the first document. */
  readonly lists: number;
  readonly desks: number;
  readonly waiting: number;
  readonly pauseMs: number;
  /** Whether the shop takes appointments, and somebody at the reception sees to them. */
  readonly bookings: boolean;
  readonly bus: BusWeather;
  /** One after the other, each followed by a calm in which everything must come right. */
  readonly storms: readonly Storm[];
  readonly healsWithin: number;
  /** Commands end here. */
  readonly quietAt: number;
  readonly endAt: number;
}

/** After the last command everything has this long to come to rest. */
const REST_MS = 6_000;

const drawBus = (random: Random): BusWeather => ({
  lost: random.pick([0, 0.3, 1]),
  doubled: random.pick([0, 0.3]),
  late: random.pick([0, 0.3]),
});

const drawFault = (random: Random, kind: FaultKind, { nodes, audience, machines }: Cast): Fault => {
  const node = random.whole(0, nodes - 1);
  const machine = random.whole(0, machines - 1);
  const page = random.whole(0, audience - 1);
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
    case "recalls":
      return { kind };
    case "black-hole":
      return {
        kind,
        machine,
        ways: random.pick(["both", "both", "up", "down"]),
        forgets: random.chance(0.5),
      };
    case "reset":
      return { kind, machine: page, told: random.pick(["both", "both", "client", "server"]) };
    case "slow-reader":
      return { kind, machine: page, rate: random.pick([0, 0, 0.5, 4]) };
    case "page-sleeps":
      return { kind, machine: page, isHidden: random.chance(0.5) };
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

/** Who is where among the machines: the screens and boards first, then those who give commands. */
interface Cast {
  readonly nodes: number;
  readonly audience: number;
  readonly machines: number;
}

const drawStorm = (random: Random, profile: Profile, cast: Cast, from: number): Storm => {
  const endsAt = from + random.between(...profile.storm);
  const faults: PlannedFault[] = [];
  const [mean, most] = profile.lasts;
  const first = from + random.between(0.2, 1) * profile.everyMs;
  for (let at = first; at < endsAt; at += random.between(0.2, 1.8) * profile.everyMs) {
    const kind = random.weighted(profile.faults);
    const duration = Math.min(most, mean * -Math.log(1 - random.next()), endsAt - at);
    faults.push({ at, duration, fault: drawFault(random, kind, cast) });
  }
  return { faults, endsAt, resets: random.pick([0, 0.5, 0.8]) };
};

const drawStorms = (random: Random, profile: Profile, cast: Cast): readonly Storm[] => {
  const storms: Storm[] = [];
  for (
    let from = 0;
    storms.length < profile.storms;
    from = (storms.at(-1)?.endsAt ?? 0) + profile.healsWithin
  )
    storms.push(drawStorm(random, profile, cast, from));
  return storms;
};

/** `machines` of the faults are the screens, the boards, the lists, the desks and the door, in this order. */
export const drawPlan = (random: Random): Plan => {
  const name = random.weighted(PROFILE_WEIGHTS);
  const profile: Profile = PROFILES[name];
  const nodes = random.pick([1, 2, 2, 3]);
  const screens = Array.from({ length: random.whole(2, 4) }, (_, index) => drawAudiences(random, index));
  const boards = random.whole(1, 2);
  const desks = random.whole(1, 3);
  const lists = random.pick([0, 1]);
  const audience = screens.length + boards + lists;
  const storms = drawStorms(random, profile, { nodes, audience, machines: audience + desks + 1 });
  const quietAt = (storms.at(-1)?.endsAt ?? 0) + profile.healsWithin;
  const waiting = random.whole(...profile.waiting);
  const bus = drawBus(random);
  return {
    profile: name,
    nodes,
    screens,
    boards,
    lists,
    desks,
    waiting,
    pauseMs: profile.pauseMs,
    bookings: random.chance(0.4),
    bus,
    storms,
    healsWithin: profile.healsWithin,
    quietAt,
    endAt: quietAt + REST_MS,
  };
};
