export interface Lease<Value> extends Disposable {
  readonly value: Value;
}

/** Things made once for all who use them and disposed with the last of these. */
export class Shared<Value extends Disposable> {
  readonly #entries = new Map<string, { readonly value: Value; leases: number }>();

  get size(): number {
    return this.#entries.size;
  }

  lease(key: string, make: () => Value): Lease<Value> {
    const entry = this.#entries.get(key) ?? { value: make(), leases: 0 };
    this.#entries.set(key, entry);
    entry.leases += 1;
    let held = true;
    return {
      value: entry.value,
      [Symbol.dispose]: () => {
        if (!held) return;
        held = false;
        entry.leases -= 1;
        if (entry.leases > 0) return;
        this.#entries.delete(key);
        entry.value[Symbol.dispose]();
      },
    };
  }
}
