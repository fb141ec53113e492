import { CallnextError } from "../http/callnext-error.ts";
import type { Environment } from "../environment/environment.ts";
import { Stopwatch } from "../environment/stopwatch.ts";
import { Timer } from "../environment/timer.ts";
import { isDownFrame } from "../frames/decode-frame.ts";
import { POLL_EVERY_MS, POLL_HIDDEN_EVERY_MS } from "./timing.ts";
import type { Topic } from "./topic.ts";

export interface PollerOptions {
  readonly environment: Environment;
  readonly topics: () => readonly Topic[];
  /** GET under /api/v1; undefined for 204; rejects with CallnextError. */
  readonly get: (path: string) => Promise<unknown>;
  /** The server answered: the socket is worth another try. */
  readonly onAnswer: () => void;
}

/** Keeps the topics fresh over HTTP while no socket stands. A poll that fails changes nothing on any screen. */
export class Poller {
  private readonly options: PollerOptions;
  private readonly timer: Timer;
  private running = false;
  private round = 0;

  constructor(options: PollerOptions) {
    this.options = options;
    this.timer = new Timer(options.environment);
  }

  set(running: boolean): void {
    if (running === this.running) return;
    this.running = running;
    if (running) void this.poll();
    else this.timer.stop();
  }

  /** The screen awoke: do not wait for the next round. */
  now(): void {
    if (this.running) void this.poll();
  }

  private async poll(): Promise<void> {
    const round = ++this.round;
    this.timer.stop();
    const answers = await Promise.all(this.options.topics().map((topic) => this.pollTopic(topic)));
    if (!this.running || round !== this.round) return;
    const every = this.options.environment.visible() ? POLL_EVERY_MS : POLL_HIDDEN_EVERY_MS;
    this.timer.start(every, () => void this.poll());
    if (answers.indexOf(true) >= 0) this.options.onAnswer();
  }

  private async pollTopic(topic: Topic): Promise<boolean> {
    const { version, cursor } = topic;
    const asOf = new Stopwatch(this.options.environment);
    const have = cursor ? `?epoch=${encodeURIComponent(cursor.epoch)}&seq=${cursor.seq}` : "";
    try {
      const body = await this.options.get(`/topics/${encodeURIComponent(topic.name)}${have}`);
      if (body === undefined) {
        topic.proveHeld(version, asOf);
        return true;
      }
      const frame: unknown =
        typeof body === "object" ? { ...body, type: "snapshot", topic: topic.name } : body;
      // An answer that was on its way while a frame arrived may be the older of the two.
      if (
        isDownFrame(frame) &&
        frame.type === "snapshot" &&
        (version === topic.version || frame.epoch === topic.cursor?.epoch)
      )
        topic.take(frame, asOf);
      return true;
    } catch (error) {
      if (!(error instanceof CallnextError) || [401, 403, 404].indexOf(error.status) < 0) return false;
      topic.refuse(error.code, error.detail);
      return true;
    }
  }
}
