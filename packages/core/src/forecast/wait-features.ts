import { dayOf, type LineReading, minuteOfDay, weekdayOf } from "./line-reading.ts";
import type { LineToday } from "./history/line-today.ts";
import type { SettledWait } from "./history/settled-wait.ts";
import { shrunk } from "./history/shrunk.ts";
import { type Surroundings, WaitHistory } from "./history/wait-history.ts";

/** The line's usual pace, by itself, by the time of day and by the counters. */
const usualPace = (reading: LineReading, { line, perPerson, priorPerPerson }: Surroundings) => {
  const { waiting, counters } = reading;
  const atThisHour = line.pace.perPersonAt(minuteOfDay(reading.at), perPerson);
  const perCounter = line.pace.perPersonWith(counters, priorPerPerson);
  return {
    perPerson,
    perPersonAtThisHour: atThisHour,
    perPersonByCounters: perCounter,
    byPace: waiting * perPerson,
    byPaceAtThisHour: waiting * atThisHour,
    byPaceOfCounters: waiting * perCounter,
    meanWait: line.pace.meanWait() ?? -1,
    longestWait: line.longest,
    waitsKnown: line.pace.waits,
  };
};

/** How fast the called number went lately. */
const movement = (reading: LineReading, today: LineToday, perPerson: number) => {
  const { waiting, at, called } = reading;
  const paceSince = (from: LineReading, strength: number): number =>
    shrunk(at - from.at, Math.max(0, called - from.called), perPerson, strength);
  const ofTwoHours = paceSince(today.since(120), 4);
  const ofHour = paceSince(today.since(60), 3);
  const ofDay = paceSince(today.first, 5);
  const hourAgo = today.since(60);
  const left = today.leftUncalled(90);
  return {
    byPaceOf30: waiting * paceSince(today.since(30), 3),
    byPaceOf60: waiting * ofHour,
    byPaceOf120: waiting * ofTwoHours,
    byPaceOfDay: waiting * ofDay,
    perPersonOf60: ofHour,
    perPersonOf120: ofTwoHours,
    perPersonOfDay: ofDay,
    dayAgainstUsual: ofDay / perPerson,
    slowestUnfinished: today.slowestUnfinished(perPerson, 4),
    joinedToday: called + waiting - today.first.called - today.first.waiting,
    joinedInHour: called + waiting - hourAgo.called - hourAgo.waiting,
    sinceFirst: at - today.first.at,
    leftUncalled: left,
    leftAgainstCalled: left / (Math.max(0, called - today.since(90).called) + 1),
  };
};

/** Today's waits of this line whose end is known. */
const waitsToday = (reading: LineReading, waits: readonly SettledWait[], perPerson: number) => {
  let minutes = 0;
  let people = 0;
  let lateMinutes = 0;
  let latePeople = 0;
  const day = dayOf(reading.at);
  const last = waits.at(-1);
  const lastToday = last !== undefined && dayOf(last.reading.at) === day ? last : null;
  for (let index = waits.length - 1; index >= 0; index--) {
    const wait = waits[index] as SettledWait;
    if (dayOf(wait.reading.at) !== day) break;
    minutes += wait.minutes;
    people += wait.reading.waiting;
    if (wait.knownAt <= reading.at - 60) continue;
    lateMinutes += wait.minutes;
    latePeople += wait.reading.waiting;
  }
  const lately = shrunk(lateMinutes, latePeople, perPerson, 5);
  return {
    perPersonLately: lately,
    latelyAgainstUsual: lately / perPerson,
    byWaitsLately: reading.waiting * lately,
    byWaitsToday: reading.waiting * shrunk(minutes, people, perPerson, 15),
    lastWait: lastToday?.minutes ?? -1,
    lastWaiting: lastToday?.reading.waiting ?? -1,
  };
};

/** How long the number may still stand where it stands. */
const stall = (reading: LineReading, today: LineToday, around: Surroundings) => {
  const age = reading.at - today.movedBy(reading.at);
  const rest = WaitHistory.restOfStall(around, age);
  return {
    sinceMove: age,
    sinceMoveInServices: age / (around.perPerson + 2),
    restOfStall: rest.line,
    restOfStallInBranch: rest.branch,
    byStall: rest.line + reading.waiting * around.perPerson,
  };
};

/** What the half hours to come usually get through, and how today compares. */
const profile = ({ waiting, at }: LineReading, { line, perPerson }: Surroundings) => {
  const minute = minuteOfDay(at);
  const ratio = line.throughput.todayRatio();
  return {
    todayRatio: ratio,
    byProfile: line.throughput.minutesFor(waiting, minute, perPerson, 1),
    byProfileToday: line.throughput.minutesFor(waiting, minute, perPerson, ratio),
  };
};

const surroundings = (reading: LineReading, { branch }: Surroundings, byPace: number) => {
  const others = branch.others(reading);
  const slowness = branch.slowness(reading.queue, reading.at);
  const untilClosing = branch.untilClosing(reading.at);
  return {
    othersWaiting: others.waiting,
    othersCounters: others.counters,
    othersStalled: others.stalledShare,
    branchSlowness: slowness,
    byBranchSlowness: slowness * byPace,
    untilClosing,
    untilClosingInWaits: untilClosing / (byPace + 15),
  };
};

const ownReading = ({ waiting, counters, setMinutes, called, at }: LineReading) => ({
  waiting,
  counters,
  waitingPerCounter: waiting / Math.max(1, counters),
  setMinutes,
  called,
  minuteOfDay: minuteOfDay(at),
  weekday: weekdayOf(dayOf(at)),
});

const everything = (reading: LineReading, today: LineToday, around: Surroundings) => {
  const usual = usualPace(reading, around);
  const moves = movement(reading, today, around.perPerson);
  const waits = waitsToday(reading, around.line.waits, around.perPerson);
  const paces = [
    usual.perPerson,
    usual.perPersonAtThisHour,
    waits.perPersonLately,
    moves.perPersonOfDay,
    moves.perPersonOf60,
  ];
  const logs = paces.reduce((sum, pace) => sum + Math.log(pace), 0);
  return {
    ...ownReading(reading),
    ...usual,
    ...moves,
    ...waits,
    ...stall(reading, today, around),
    ...profile(reading, around),
    ...surroundings(reading, around, usual.byPace),
    byAllPaces: reading.waiting * Math.exp(logs / paces.length),
  };
};

export type WaitFeatures = ReturnType<typeof everything>;

/** What is said of a reading by numbers, for the trees. Times are minutes. */
export const waitFeatures = (reading: LineReading, around: Surroundings): WaitFeatures => {
  const { today } = around;
  if (today.latest !== reading) throw new Error("Only the latest reading of a line has features.");
  return everything(reading, today, around);
};
