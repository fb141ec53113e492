import type { Shop } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { localTime } from "../../time/local-time.ts";
import type { WallMinutes } from "../line-reading.ts";

const MINUTE = 60_000;

/** The shop's wall clock as forecasts count it: each day begins when the service day turns. */
export const shopMinutes = ({ timeZone, dayTurnsAtMinutes }: Shop, at: Instant): WallMinutes => {
  const { date, minutes } = localTime(at, timeZone);
  return Date.parse(date) / MINUTE + minutes - dayTurnsAtMinutes + (at % MINUTE) / MINUTE;
};
