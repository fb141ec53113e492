import { dayOf, type LineReading, minuteOfDay } from "../line-reading.ts";
import { LineToday } from "./line-today.ts";
import { Pace } from "./pace.ts";
import type { SettledWait } from "./settled-wait.ts";
import { StallTimes } from "./stall-times.ts";
import { Throughput } from "./throughput.ts";

const KEPT_WAITS = 80;
/** A longer gap between readings says nothing about the pace in between. */
const LONGEST_STEP = 30;
const LONGEST_STALL_STEP = 20;
/** A number that goes further than this many people, or two a minute, has changed to another series. */
const SERIES_JUMP = 12;

/** All that is remembered of one line. */
export class LineMemory {
  readonly queue: string;
  readonly pace = new Pace();
  readonly throughput = new Throughput();
  readonly stalls = new StallTimes();
  today: LineToday | null = null;
  /** Newest last. */
  readonly waits: SettledWait[] = [];
  longest = 0;

  constructor(queue: string) {
    this.queue = queue;
  }

  /** Takes a reading; answers how long the number had stood still if it has now moved. */
  see(reading: LineReading, perPerson: number): number | null {
    if (this.today === null || dayOf(this.today.first.at) !== dayOf(reading.at)) {
      this.today = new LineToday(reading);
      this.throughput.newDay();
      return null;
    }
    const { minutes, people, stalled } = this.today.see(reading);
    if (minutes <= LONGEST_STEP && people >= 0 && people <= Math.max(SERIES_JUMP, 2 * minutes)) {
      this.throughput.moved(minuteOfDay(reading.at) - minutes / 2, minutes, people, perPerson);
    }
    if (stalled === null || minutes > LONGEST_STALL_STEP) return null;
    this.stalls.ended(stalled);
    return stalled;
  }

  /** The day as it would stand after a reading that is not taken. */
  todayWith(reading: LineReading): LineToday {
    return this.today === null || dayOf(this.today.first.at) !== dayOf(reading.at)
      ? new LineToday(reading)
      : this.today.with(reading);
  }

  settle(wait: SettledWait): void {
    this.pace.settle(wait);
    this.longest = Math.max(this.longest, wait.minutes);
    this.waits.push(wait);
    if (this.waits.length > KEPT_WAITS) this.waits.shift();
  }
}
