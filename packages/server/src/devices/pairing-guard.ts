import { addressGroup } from "../limits/address-group.ts";
import { createAttemptCounts } from "./attempt-counts.ts";
import {
  MOST_PAIRINGS_PER_ADDRESS,
  MOST_WRONG_PER_ADDRESS,
  MOST_WRONG_PER_PERSON,
  PAIRING_LIFE_MS,
  WRONG_CODES_WINDOW_MS,
} from "./pairing-limits.ts";

/** Holds back who asks for too many codes, or enters too many wrong ones. Per node; `pairing-limits.ts` reckons with it. */
export interface PairingGuard {
  /** Seconds until this address may have another code, or 0; then it counts as given. */
  askedForCode(ip: string): number;
  /** Seconds until the next code may be entered, or 0. */
  waitToEnter(person: string, ip: string): number;
  wrongCode(person: string, ip: string): void;
  /** It was none of the wrong ones after all. */
  rightCode(person: string, ip: string): void;
}

export function createPairingGuard(now: () => number): PairingGuard {
  const asked = createAttemptCounts(PAIRING_LIFE_MS, now);
  const wrong = createAttemptCounts(WRONG_CODES_WINDOW_MS, now);
  return {
    askedForCode(ip) {
      const group = addressGroup(ip);
      const wait = asked.wait(group, MOST_PAIRINGS_PER_ADDRESS);
      if (wait === 0) asked.add(group);
      return wait;
    },
    waitToEnter: (person, ip) =>
      Math.max(
        wrong.wait(`person ${person}`, MOST_WRONG_PER_PERSON),
        wrong.wait(`address ${addressGroup(ip)}`, MOST_WRONG_PER_ADDRESS),
      ),
    wrongCode(person, ip) {
      wrong.add(`person ${person}`);
      wrong.add(`address ${addressGroup(ip)}`);
    },
    rightCode(person, ip) {
      wrong.takeBack(`person ${person}`);
      wrong.takeBack(`address ${addressGroup(ip)}`);
    },
  };
}
