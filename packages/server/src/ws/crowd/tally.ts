/** How many there are just now of each key. */
export class Tally {
  readonly #counts = new Map<string, number>();

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  /** Counts one in until disposed. */
  enter(key: string): Disposable {
    this.#counts.set(key, this.of(key) + 1);
    let isInside = true;
    return {
      [Symbol.dispose]: () => {
        if (!isInside) return;
        isInside = false;
        const left = this.of(key) - 1;
        if (left <= 0) this.#counts.delete(key);
        else this.#counts.set(key, left);
      },
    };
  }
}
