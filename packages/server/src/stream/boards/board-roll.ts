import type { BoardSound, SeenCall } from "@callnext/protocol";
import type { Timers } from "../timers.ts";
import { CallSightings } from "./call-sightings.ts";

export const SILENT_AFTER_MS = 8_000;
const REMEMBERED_MS = 24 * 3_600_000;
const MOST_BOARDS = 100;
/** The time of the last sign of life is told this often while there are signs of life. */
const TELL_LAST_SEEN_MS = 60_000;

export interface KnownBoard {
  readonly displayId: string;
  readonly board: string;
  readonly isConnected: boolean;
  readonly isSilent: boolean;
  readonly isBehind: boolean;
  readonly sound: BoardSound | null;
  /** ms since the epoch, as last told. */
  readonly lastSeen: number;
}

/** What a board says of itself. */
export interface BoardReport {
  readonly sound: BoardSound;
  readonly isBehind: boolean;
  readonly calls: readonly SeenCall[];
}

/** One socket's place in the roll; its end is the board's leaving, unless another socket stands for the same board. */
export interface BoardPlace extends Disposable {
  /** A sign of life. */
  heard(): void;
  report(report: BoardReport): void;
}

export interface RollDependencies {
  readonly timers: Timers;
  /** Where the numbering stands; `nextSeq` goes on from there. */
  readonly seq: number;
  readonly nextSeq: () => number;
  readonly entered: (displayId: string, board: string) => void;
}

interface Entry {
  readonly displayId: string;
  readonly board: string;
  sockets: number;
  heardAt: number;
  told: KnownBoard;
}

/** The boards of one shop that have called at this node: who is there, who was and is silent, and what they showed. */
export class BoardRoll {
  readonly #timers: Timers;
  readonly #dependencies: RollDependencies;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  readonly sightings = new CallSightings();
  #seq: number;

  constructor(dependencies: RollDependencies) {
    this.#dependencies = dependencies;
    this.#timers = dependencies.timers;
    this.#seq = dependencies.seq;
  }

  /** Grows with each change of what is told here. */
  get seq(): number {
    return this.#seq;
  }

  get isIdle(): boolean {
    return this.#entries.size === 0 && this.#listeners.size === 0;
  }

  boards(): readonly KnownBoard[] {
    return [...this.#entries.values()].map(({ told }) => told);
  }

  listen(listener: () => void): Disposable {
    const own = (): void => listener();
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  /** Undefined where the display has as many boards as are kept, all of them there. */
  enter(displayId: string, board: string): BoardPlace | undefined {
    const key = `${displayId}/${board}`;
    const entry = this.#entries.get(key) ?? this.#begin(key, displayId, board);
    if (entry === undefined) return undefined;
    entry.sockets += 1;
    this.#hear(entry);
    this.#dependencies.entered(displayId, board);
    let isHere = true;
    return {
      heard: () => this.#hear(entry),
      report: ({ sound, isBehind, calls }) => {
        this.#hear(entry, { sound, isBehind });
        if (this.sightings.add(entry, calls)) this.#changed();
      },
      [Symbol.dispose]: () => {
        if (!isHere) return;
        isHere = false;
        entry.sockets -= 1;
        this.#tell(entry, {});
      },
    };
  }

  /**
   * Another node serves it now: nobody has to wait for it here. A socket of it that is still open here counts again
   * with its next sign of life, if it is not dead.
   */
  movedAway(displayId: string, board: string): void {
    this.#drop((entry) => entry.displayId === displayId && entry.board === board);
  }

  /** Nobody waits for the boards of a display that was switched off. */
  keepDisplays(isInService: (displayId: string) => boolean): void {
    this.#drop(({ displayId, sockets }) => sockets === 0 && !isInService(displayId));
  }

  /** Once a second: who has fallen silent, and who has been away for so long that nobody waits any more. */
  sweep(): void {
    const now = this.#timers.now();
    this.#drop(({ heardAt, sockets }) => sockets === 0 && now - heardAt > REMEMBERED_MS);
    for (const entry of this.#entries.values())
      if (!entry.told.isSilent && now - entry.heardAt > SILENT_AFTER_MS)
        this.#tell(entry, { isSilent: true });
  }

  #drop(isMeant: (entry: Entry) => boolean): void {
    const meant = [...this.#entries].filter(([, entry]) => isMeant(entry));
    if (meant.length === 0) return;
    for (const [key] of meant) this.#entries.delete(key);
    this.sightings.keepOnly(new Set([...this.#entries.values()].map(({ displayId }) => displayId)));
    this.#changed();
  }

  #begin(key: string, displayId: string, board: string): Entry | undefined {
    if (!this.#makeRoom(displayId)) return undefined;
    const lastSeen = this.#timers.now();
    const state = { isConnected: true, isSilent: false, isBehind: false, sound: null };
    const told = { displayId, board, ...state, lastSeen };
    const entry = { displayId, board, sockets: 0, heardAt: lastSeen, told };
    this.#entries.set(key, entry);
    this.#changed();
    return entry;
  }

  #makeRoom(displayId: string): boolean {
    const kept = [...this.#entries].filter(([, entry]) => entry.displayId === displayId);
    if (kept.length < MOST_BOARDS) return true;
    const away = kept
      .filter(([, { sockets }]) => sockets === 0)
      .toSorted(([, a], [, b]) => a.heardAt - b.heardAt);
    const longestAway = away[0];
    if (longestAway === undefined) return false;
    this.#entries.delete(longestAway[0]);
    return true;
  }

  #hear(entry: Entry, said: Partial<Pick<KnownBoard, "sound" | "isBehind">> = {}): void {
    entry.heardAt = this.#timers.now();
    const key = `${entry.displayId}/${entry.board}`;
    if (!this.#entries.has(key)) {
      this.#entries.set(key, entry);
      this.#changed();
    }
    this.#tell(entry, { isSilent: false, ...said });
  }

  #tell(entry: Entry, change: Partial<KnownBoard>): void {
    const { told } = entry;
    const next = { ...told, ...change, isConnected: entry.sockets > 0 };
    const isNews =
      next.isConnected !== told.isConnected ||
      next.isSilent !== told.isSilent ||
      next.isBehind !== told.isBehind ||
      next.sound !== told.sound ||
      entry.heardAt - told.lastSeen >= TELL_LAST_SEEN_MS;
    if (!isNews) return;
    entry.told = { ...next, lastSeen: entry.heardAt };
    this.#changed();
  }

  #changed(): void {
    this.#seq = this.#dependencies.nextSeq();
    for (const listener of this.#listeners) listener();
  }
}
