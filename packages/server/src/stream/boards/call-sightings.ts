import type { SeenCall } from "@callnext/protocol";

/** Per display. */
const MOST_CALLS = 50;
/** Per call; as many boards as one display may have. */
const MOST_SIGHTINGS = 100;

export interface Sighting {
  readonly drawnAt: string;
  readonly announcedAt: string | null;
}

export interface SeenOnDisplay {
  readonly displayId: string;
  readonly ticketId: string;
  readonly calls: number;
  /** By board. */
  readonly by: ReadonlyMap<string, Sighting>;
}

interface Call extends SeenOnDisplay {
  readonly by: Map<string, Sighting>;
}

interface Reporter {
  readonly displayId: string;
  readonly board: string;
}

/** Which calls each display's boards have drawn and announced: the newest ones. */
export class CallSightings {
  readonly #displays = new Map<string, Map<string, Call>>();

  all(): readonly SeenOnDisplay[] {
    return [...this.#displays.values()].flatMap((calls) => [...calls.values()]);
  }

  /** Whether anything of it is new. What was announced stays announced. */
  add(reporter: Reporter, calls: readonly SeenCall[]): boolean {
    return calls.map((call) => this.#addOne(reporter, call)).includes(true);
  }

  /** Lets go of displays that have no board any more. */
  keepOnly(displayIds: ReadonlySet<string>): void {
    for (const id of this.#displays.keys()) if (!displayIds.has(id)) this.#displays.delete(id);
  }

  #addOne({ displayId, board }: Reporter, told: SeenCall): boolean {
    const ofDisplay = this.#displays.get(displayId) ?? new Map<string, Call>();
    this.#displays.set(displayId, ofDisplay);
    const key = `${told.ticket_id}/${told.calls}`;
    const call = ofDisplay.get(key) ?? {
      displayId,
      ticketId: told.ticket_id,
      calls: told.calls,
      by: new Map(),
    };
    ofDisplay.set(key, call);
    for (const oldest of ofDisplay.keys()) {
      if (ofDisplay.size <= MOST_CALLS) break;
      ofDisplay.delete(oldest);
    }
    const known = call.by.get(board);
    if (known === undefined && call.by.size >= MOST_SIGHTINGS) return false;
    if (known !== undefined && (known.announcedAt !== null || told.announced_at === null)) return false;
    call.by.set(board, { drawnAt: known?.drawnAt ?? told.drawn_at, announcedAt: told.announced_at });
    return true;
  }
}
