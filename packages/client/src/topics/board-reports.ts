import type { BoardSound, Cursor, DownFrame, SeenCall, SeenFrame } from "@callnext/protocol";

/** As many as one frame may carry; older ones were told long ago. */
const MOST_CALLS = 32;

/** What a board tells of itself: whether it can be heard, and the calls it has drawn or announced since it last told. */
export interface BoardReport {
  readonly sound: BoardSound;
  readonly calls: readonly SeenCall[];
}

export interface BoardReportsOptions {
  readonly send: (frame: SeenFrame) => void;
  /** What is held of a topic; undefined where nobody listens to it. */
  readonly cursor: (topic: string) => Cursor | null | undefined;
}

interface Told {
  sound: BoardSound;
  calls: readonly SeenCall[];
}

const merged = (known: readonly SeenCall[], more: readonly SeenCall[]): readonly SeenCall[] =>
  known
    .filter((a) => !more.some((b) => a.ticket_id === b.ticket_id && a.calls === b.calls))
    .concat(more)
    .slice(-MOST_CALLS);

/** Tells the server what a board shows: at once, as a sign of life after each heartbeat, and all of it on each new socket. */
export class BoardReports {
  private readonly options: BoardReportsOptions;
  private readonly topics = new Map<string, Told>();
  /** Servers before version 1.1 would take a report for nonsense. */
  private isUnderstood = false;

  constructor(options: BoardReportsOptions) {
    this.options = options;
  }

  seen(topic: string, { sound, calls }: BoardReport): void {
    this.topics.set(topic, { sound, calls: merged(this.topics.get(topic)?.calls ?? [], calls) });
    this.tell(topic, sound, calls.slice(-MOST_CALLS));
  }

  receive(frame: DownFrame): void {
    if (frame.type === "hello") {
      this.isUnderstood = frame.version !== undefined;
      this.topics.forEach(({ sound, calls }, topic) => this.tell(topic, sound, calls));
    } else if (frame.type === "heartbeat") {
      this.topics.forEach(({ sound }, topic) => this.tell(topic, sound, []));
    }
  }

  private tell(topic: string, sound: BoardSound, calls: readonly SeenCall[]): void {
    const have = this.options.cursor(topic);
    if (!this.isUnderstood || have === undefined) return;
    this.options.send({ type: "seen", topic, sound, ...(have ? { have } : {}), calls });
  }
}
