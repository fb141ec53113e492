import type { Environment } from "./environment.ts";

/** One timer slot: starting it again replaces the earlier one, so none is ever leaked. */
export class Timer {
  private handle: unknown = null;
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  start(ms: number, run: () => void): void {
    this.stop();
    this.handle = this.environment.setTimeout(() => {
      this.handle = null;
      run();
    }, ms);
  }

  stop(): void {
    if (this.handle === null) return;
    this.environment.clearTimeout(this.handle);
    this.handle = null;
  }

  get running(): boolean {
    return this.handle !== null;
  }
}
