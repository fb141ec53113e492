import type { Random } from "../world/random.ts";
import type { SimulatedNode } from "./node.ts";

/** How badly hints travel between nodes; drawn once for a run. */
export interface BusWeather {
  readonly lost: number;
  readonly doubled: number;
  readonly late: number;
}

/** Hints between nodes: lost, doubled, late, in any order. */
export class SimulatedBus {
  readonly #nodes: () => readonly SimulatedNode[];
  readonly #weather: BusWeather;
  readonly #random: Random;

  constructor(nodes: () => readonly SimulatedNode[], weather: BusWeather, random: Random) {
    this.#nodes = nodes;
    this.#weather = weather;
    this.#random = random;
  }

  /** A node's own hints come back to it, too. */
  publish(seq: number): void {
    for (const node of this.#nodes()) {
      if (this.#random.chance(this.#weather.lost)) continue;
      const copies = this.#random.chance(this.#weather.doubled) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const delay = this.#random.chance(this.#weather.late)
          ? this.#random.between(50, 3_000)
          : this.#random.between(0.2, 3);
        node.host.clock.after(delay, () => node.host.post(() => node.runtime.hear(seq)));
      }
    }
  }
}
