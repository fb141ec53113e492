import type { Outlet } from "../outlet.ts";

/** Clients of one audience: each gets the newest state on connecting, and again as soon as it can take it where it was too slow. */
export class Listeners {
  readonly #newest: () => Buffer;
  /** Each client, and whether it still has to get the newest state. */
  readonly #members = new Map<Outlet, { behind: boolean }>();

  constructor(newest: () => Buffer) {
    this.#newest = newest;
  }

  add(outlet: Outlet): void {
    const member = { behind: false };
    this.#members.set(outlet, member);
    outlet.onClose(() => this.#members.delete(outlet));
    outlet.onDrain(() => {
      if (member.behind) outlet.send(this.#newest());
      member.behind = false;
    });
    outlet.send(this.#newest());
  }

  /** The last of the frames is the newest state. */
  tell(frames: readonly Buffer[]): void {
    for (const [outlet, member] of this.#members) {
      if (outlet.isBusy) member.behind = true;
      else outlet.sendAll(frames);
    }
  }
}
