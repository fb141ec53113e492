import type { Bus } from "../../bus/bus.ts";
import type { Timers } from "../timers.ts";
import { BoardRoll } from "./board-roll.ts";

const SWEEP_EVERY_MS = 1_000;

export interface BoardsOptions {
  readonly timers: Timers;
  /** Another one for each start of this node: what is known of boards does not outlive it. */
  readonly incarnation: string;
  /** Between the nodes; absent where there is one. */
  readonly notes?: Pick<Bus, "tell" | "hear">;
}

/** The boards that have called at this node, by shop. */
export class Boards implements Disposable {
  readonly incarnation: string;
  readonly #timers: Timers;
  readonly #rolls = new Map<number, BoardRoll>();
  readonly #notes: BoardsOptions["notes"];
  readonly #hearing: Disposable | undefined;
  #seq = 0;
  #sweeping: Disposable | undefined;

  constructor({ timers, incarnation, notes }: BoardsOptions) {
    this.#timers = timers;
    this.incarnation = incarnation;
    this.#notes = notes;
    this.#hearing = notes?.hear((note) => this.#hear(note));
  }

  of(shopId: number): BoardRoll {
    const known = this.#rolls.get(shopId);
    if (known !== undefined) return known;
    const roll = new BoardRoll({
      timers: this.#timers,
      seq: this.#seq,
      nextSeq: () => (this.#seq += 1),
      entered: (displayId, board) =>
        this.#notes?.tell([this.incarnation, String(shopId), displayId, board].join(" ")),
    });
    this.#rolls.set(shopId, roll);
    this.#sweeping ??= this.#timers.after(SWEEP_EVERY_MS, () => this.#sweep());
    return roll;
  }

  [Symbol.dispose](): void {
    this.#sweeping?.[Symbol.dispose]();
    this.#hearing?.[Symbol.dispose]();
  }

  /** Perhaps this node's own note: a board that calls at another node has not fallen silent. */
  #hear(note: string): void {
    const [incarnation, shopId, displayId, board] = note.split(" ");
    if (incarnation === this.incarnation || displayId === undefined || board === undefined) return;
    this.#rolls.get(Number(shopId))?.movedAway(displayId, board);
  }

  #sweep(): void {
    for (const [shopId, roll] of this.#rolls) {
      roll.sweep();
      if (roll.isIdle) this.#rolls.delete(shopId);
    }
    this.#sweeping =
      this.#rolls.size === 0 ? undefined : this.#timers.after(SWEEP_EVERY_MS, () => this.#sweep());
  }
}
