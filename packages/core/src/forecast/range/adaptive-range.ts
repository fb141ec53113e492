/** How far a forecast reaches to both sides of its middle, in minutes. */
export interface Spread {
  readonly above: number;
  readonly below: number;
}

/** One in ten may lie above the range and one in ten below. */
const OUTSIDE = 0.1;
/** How much one outcome moves a factor (its logarithm), once many are known. */
const ALL_STEP = 0.01;
const BRANCH_STEP = 0.06;
/** The first outcomes move it more. */
const EARLY = 10;
/** A run of bad luck must not make a range that says nothing. */
const LOG_LIMIT = 1.5;

/** A factor that grows when the truth lay outside and shrinks when it lay inside, so that one in ten lies outside. */
class Factor {
  readonly #least: number;
  #log = 0;
  #seen = 0;

  constructor(leastStep: number) {
    this.#least = leastStep;
  }

  get log(): number {
    return this.#log;
  }

  learn(outside: boolean): void {
    this.#seen += 1;
    const step = Math.max(this.#least, EARLY / (this.#seen + 100));
    const moved = this.#log + step * ((outside ? 1 : 0) - OUTSIDE);
    this.#log = Math.max(-LOG_LIMIT, Math.min(LOG_LIMIT, moved));
  }
}

interface Sides {
  readonly above: Factor;
  readonly below: Factor;
}

/**
 * Turns a first guess of a range into one that holds four times out of five, by widening or narrowing it after each
 * outcome: once for all branches and once for each of them (adaptive conformal inference, Gibbs and Candès 2021).
 */
export class AdaptiveRange {
  readonly #all: Sides = {
    above: new Factor(ALL_STEP),
    below: new Factor(ALL_STEP),
  };
  readonly #branches = new Map<string, Sides>();

  /** How far to go up and down from the middle, in minutes. */
  reach(branch: string, spread: Spread): Spread {
    const own = this.#sides(branch);
    return {
      above: spread.above * Math.exp(this.#all.above.log + own.above.log),
      below: spread.below * Math.exp(this.#all.below.log + own.below.log),
    };
  }

  /** `miss`: the wait less the middle of its forecast; `reach`: what `reach` had answered for it. */
  settle(branch: string, miss: number, reach: Spread): void {
    for (const sides of [this.#all, this.#sides(branch)]) {
      sides.above.learn(miss > reach.above);
      sides.below.learn(-miss > reach.below);
    }
  }

  #sides(branch: string): Sides {
    const known = this.#branches.get(branch);
    if (known !== undefined) return known;
    const sides = { above: new Factor(BRANCH_STEP), below: new Factor(BRANCH_STEP) };
    this.#branches.set(branch, sides);
    return sides;
  }
}
