import type { Environment } from "./environment.ts";

/**
 * Time since a moment, as the greater of two clocks: the wall clock goes on while the machine sleeps,
 * the other cannot be set back. Either alone would let a screen look fresh when it is not.
 */
export class Stopwatch {
  private wall: number;
  private steady: number;
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
    this.wall = environment.now();
    this.steady = environment.elapsed();
  }

  /** Measures from now, or from a moment `ago`, ms. */
  restart(ago = 0): void {
    this.wall = this.environment.now() - ago;
    this.steady = this.environment.elapsed() - ago;
  }

  /** Measures from the moment another one does. */
  follow(other: Stopwatch): void {
    this.wall = other.wall;
    this.steady = other.steady;
  }

  get ms(): number {
    return Math.max(this.environment.now() - this.wall, this.environment.elapsed() - this.steady);
  }
}
