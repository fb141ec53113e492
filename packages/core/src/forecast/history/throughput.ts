const SLOT_MINUTES = 30;
const SLOTS = 48;
/** So many minutes of the usual pace are mixed into each slot's own. */
const SLOT_PRIOR_MINUTES = 60;
const LINE_PRIOR_MINUTES = 20;
/** People that the usual pace would have served, mixed into today's comparison. */
const TODAY_PRIOR_PEOPLE = 3;
const LONGEST_WAIT = 600;

/** How many numbers a line gets through in each half hour of the day, and how today compares. */
export class Throughput {
  readonly #people = new Float64Array(SLOTS);
  readonly #minutes = new Float64Array(SLOTS);
  #allPeople = 0;
  #allMinutes = 0;
  #today = 0;
  #expectedToday = 0;

  newDay(): void {
    this.#today = 0;
    this.#expectedToday = 0;
  }

  /** Numbers called in some minutes about `minute` of the day; `perPerson` is the pace known otherwise. */
  moved(minute: number, minutes: number, people: number, perPerson: number): void {
    const slot = this.#slotAt(minute);
    this.#people[slot] = (this.#people[slot] as number) + people;
    this.#minutes[slot] = (this.#minutes[slot] as number) + minutes;
    this.#allPeople += people;
    this.#allMinutes += minutes;
    this.#today += people;
    this.#expectedToday += minutes * this.#rate(slot, perPerson);
  }

  /** Today's numbers against what this line usually gets through in the same time. */
  todayRatio(): number {
    return (this.#today + TODAY_PRIOR_PEOPLE) / (this.#expectedToday + TODAY_PRIOR_PEOPLE);
  }

  /** Minutes to get through so many people from `minute` on, at the usual pace of the slots times `speed`. */
  minutesFor(people: number, minute: number, perPerson: number, speed: number): number {
    let left = people;
    let passed = 0;
    while (passed < LONGEST_WAIT) {
      const clock = minute + passed;
      const slot = this.#slotAt(clock);
      const room = slot === SLOTS - 1 ? LONGEST_WAIT : (slot + 1) * SLOT_MINUTES - clock;
      const rate = speed * this.#rate(slot, perPerson);
      if (rate * room >= left) return Math.min(LONGEST_WAIT, passed + left / rate);
      left -= rate * room;
      passed += room;
    }
    return LONGEST_WAIT;
  }

  #slotAt(minute: number): number {
    return Math.min(SLOTS - 1, Math.floor(minute / SLOT_MINUTES));
  }

  /** People a minute. */
  #rate(slot: number, perPerson: number): number {
    const usual =
      (this.#allPeople + LINE_PRIOR_MINUTES / perPerson) / (this.#allMinutes + LINE_PRIOR_MINUTES);
    return (
      ((this.#people[slot] as number) + SLOT_PRIOR_MINUTES * usual) /
      ((this.#minutes[slot] as number) + SLOT_PRIOR_MINUTES)
    );
  }
}
