import type { Readable } from "../contract.ts";

/** A value that tells its listeners when it is replaced. */
export class Source<T> implements Readable<T> {
  private value: T;
  private readonly listeners = new Set<() => void>();

  constructor(value: T) {
    this.value = value;
  }

  get(): T {
    return this.value;
  }

  set(value: T): void {
    if (value === this.value) return;
    this.value = value;
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    // Wrapped, so that one function subscribed twice counts twice.
    const own = () => listener();
    this.listeners.add(own);
    return () => {
      this.listeners.delete(own);
    };
  }

  get listenerCount(): number {
    return this.listeners.size;
  }
}
