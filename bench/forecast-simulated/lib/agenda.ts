/** What is to happen, earliest first; of the same moment, what was entered first. */
export class Agenda<Thing> {
  readonly #entries: { readonly at: number; readonly order: number; readonly thing: Thing }[] = [];
  #order = 0;

  add(at: number, thing: Thing): void {
    const entry = { at, order: this.#order++, thing };
    const later = this.#entries.findIndex((other) => other.at > at);
    this.#entries.splice(later === -1 ? this.#entries.length : later, 0, entry);
  }

  next(): { readonly at: number; readonly thing: Thing } | undefined {
    return this.#entries.shift();
  }
}
