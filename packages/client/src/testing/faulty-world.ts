import type { Cursor, DownFrame, UpFrame, View, ViewDelta } from "@callnext/protocol";
import type { SocketHandlers, SocketLike } from "../environment/environment.ts";
import { applyDelta } from "../topics/apply-delta.ts";
import { FakeEnvironment, jsonAnswer } from "./fake-environment.ts";
import { seededRandom } from "./random.ts";

export const TOPIC = "shop:1:public";

interface Link {
  readonly handlers: SocketHandlers;
  alive: boolean;
  subscribed: boolean;
}

/** A server with its truth, and a network between it and one client that loses, doubles, delays and cuts while `faulty`. */
export class FaultyWorld extends FakeEnvironment {
  faulty = true;
  /** Sockets are refused although HTTP works: a firewall. */
  socketsBlocked = false;
  down = false;
  private epoch = 1;
  private views: View[] = [{ queues: {} }];
  private readonly history: { readonly at: number; readonly cursor: Cursor }[] = [];
  private links: Link[] = [];
  private readonly chances: () => number;

  constructor(seed: number) {
    super();
    this.chances = seededRandom(seed);
    this.record();
    this.answer = (url) => {
      if (this.down || (this.faulty && this.chances() < 0.3)) return Promise.reject(new Error("no route"));
      const newest = `?epoch=${this.cursor.epoch}&seq=${this.cursor.seq}`;
      if (url.endsWith(newest)) return Promise.resolve(jsonAnswer(204));
      return Promise.resolve(
        jsonAnswer(200, { topic: TOPIC, epoch: this.cursor.epoch, to: this.cursor.seq, view: this.truth }),
      );
    };
    this.beat();
  }

  override random(): number {
    return this.chances();
  }

  get cursor(): Cursor {
    return { epoch: `e${this.epoch}`, seq: this.views.length - 1 };
  }

  get truth(): View {
    return this.views[this.views.length - 1] ?? {};
  }

  /** The true view at a seq of this epoch; undefined for one that never was. */
  truthAt(cursor: Cursor): View | undefined {
    return cursor.epoch === this.cursor.epoch ? this.views[cursor.seq] : undefined;
  }

  /** The newest cursor as it stood `ms` ago. */
  cursorBefore(ms: number): Cursor {
    const at = this.elapsed() - ms;
    const older = this.history.filter((entry) => entry.at <= at);
    return older[older.length - 1]?.cursor ?? { epoch: "e1", seq: 0 };
  }

  /** Something random happens. */
  step(): void {
    const dice = this.chances();
    if (dice < 0.55) this.happen();
    else if (!this.faulty) return;
    else if (dice < 0.62) this.cut();
    else if (dice < 0.66) this.down = !this.down;
    else if (dice < 0.69) this.socketsBlocked = !this.socketsBlocked;
    else if (dice < 0.71) this.fallAsleep();
    else if (dice < 0.73) this.show(!this.isVisible);
    else if (dice < 0.76) this.wake();
    else if (dice < 0.77) this.restoreBackup();
    if (this.down) this.cut();
  }

  heal(): void {
    this.faulty = false;
    this.down = false;
    this.socketsBlocked = false;
    this.show(true);
  }

  /** Browsers tell a page when it becomes visible. */
  private show(visible: boolean): void {
    const appears = visible && !this.isVisible;
    this.isVisible = visible;
    if (appears) this.wake();
  }

  override openSocket(url: string, protocols: readonly string[], handlers: SocketHandlers): SocketLike {
    const held = super.openSocket(url, protocols, handlers);
    const link: Link = { handlers, alive: true, subscribed: false };
    this.links.push(link);
    this.later(() => {
      if (!link.alive) return;
      if (this.down || this.socketsBlocked) {
        // A wall that answers nothing, or one that says no.
        if (this.chances() < 0.5) this.end(link);
        return;
      }
      handlers.onOpen();
      // Nothing can overtake the first frame of a socket.
      handlers.onMessage(JSON.stringify({ type: "hello", time: this.time } satisfies DownFrame));
    });
    return {
      send: (text) => this.later(() => this.hear(link, JSON.parse(text) as UpFrame)),
      close: () => {
        link.alive = false;
        held.close();
      },
    };
  }

  private happen(): void {
    const key = `q${Math.floor(this.chances() * 4)}`;
    const delta: ViewDelta =
      this.chances() < 0.7
        ? { set: { queues: { [key]: this.chances() } }, unset: {} }
        : { set: {}, unset: { queues: [key] } };
    const from = this.views.length - 1;
    this.views.push(applyDelta(this.truth, delta));
    this.record();
    for (const link of this.links) {
      if (link.subscribed) this.deliver(link, this.deltaFrame(from));
    }
  }

  /** The client's machine sleeps, unheard by its timers, and things go on. It has 2 s to notice. */
  private fallAsleep(): void {
    this.sleep(15_000 + Math.floor(this.chances() * 60_000));
    for (const link of this.links) link.subscribed = false;
    this.happen();
    this.history.push({ at: this.elapsed() - 7_950, cursor: this.cursor });
  }

  private restoreBackup(): void {
    const keep = Math.floor(this.chances() * this.views.length);
    this.epoch += 1;
    this.views = this.views.slice(0, keep + 1);
    this.record();
    this.cut();
  }

  private hear(link: Link, frame: UpFrame): void {
    if (!link.alive || (this.faulty && this.chances() < 0.1)) return;
    if (frame.type === "ping") this.deliver(link, { type: "pong", time: this.time });
    if (frame.type === "unsubscribe") link.subscribed = false;
    if (frame.type !== "subscribe") return;
    link.subscribed = true;
    const { epoch, seq } = this.cursor;
    const { have } = frame;
    if (have?.epoch === epoch && have.seq <= seq && this.chances() < 0.7) {
      this.deliver(link, this.deltaFrame(have.seq, seq));
    } else {
      this.deliver(link, { type: "snapshot", topic: TOPIC, epoch, to: seq, view: this.truth });
    }
  }

  /** All that happened between two seqs as one delta. */
  private deltaFrame(from: number, to = from + 1): DownFrame {
    const old = this.views[from]?.["queues"] ?? {};
    const now = this.views[to]?.["queues"] ?? {};
    const unset = Object.keys(old).filter((key) => !(key in now));
    return {
      type: "delta",
      topic: TOPIC,
      epoch: this.cursor.epoch,
      from,
      to,
      set: { queues: now },
      unset: { queues: unset },
    };
  }

  private deliver(link: Link, frame: DownFrame): void {
    const text = JSON.stringify(frame);
    // What is under way still arrives at a socket that the client gave up: the client must not listen.
    const arrive = (): void => link.handlers.onMessage(text);
    if (!this.faulty) {
      arrive();
      return;
    }
    const dice = this.chances();
    if (dice < 0.12) return;
    if (dice < 0.22) this.later(arrive, 1_500);
    else if (dice < 0.25) link.handlers.onMessage(text.slice(0, text.length / 2));
    else arrive();
    if (dice > 0.9) this.later(arrive, 1_500);
  }

  private cut(): void {
    for (const link of this.links) {
      // Half of the time nobody tells the client: a black hole.
      if (this.faulty && this.chances() < 0.5) link.subscribed = false;
      else this.end(link);
    }
    this.links = this.links.filter(({ alive }) => alive);
  }

  private end(link: Link): void {
    if (!link.alive) return;
    link.alive = false;
    link.subscribed = false;
    link.handlers.onClose(1006, "");
  }

  private get time(): string {
    return new Date(this.now()).toISOString();
  }

  private beat(): void {
    for (const link of [...this.links]) {
      if (link.alive && link.subscribed)
        this.deliver(link, { type: "heartbeat", time: this.time, seqs: { [TOPIC]: this.cursor } });
    }
    this.setTimeout(() => this.beat(), 4_000);
  }

  private later(run: () => void, most = 50): void {
    this.setTimeout(run, this.chances() * most);
  }

  private record(): void {
    this.history.push({ at: this.elapsed(), cursor: this.cursor });
  }
}
