import { isoTime } from "@callnext/core";
import { CLOSE } from "@callnext/protocol";
import { encode } from "../../stream/encode.ts";
import type { Timers } from "../../stream/timers.ts";
import type { Outlet } from "../outlet.ts";
import type { BoardListener, BoardLog, EncodedMessage } from "./board-log.ts";
import type { Resume } from "./resume.ts";

/** One client of the second document on one board. Its only memory is the seq up to which it was told. */
export class BoardSocket implements BoardListener {
  readonly #outlet: Outlet;
  readonly #log: BoardLog;
  #toldUpTo: number;
  #epoch: string;
  #owesRefresh = false;

  private constructor(outlet: Outlet, log: BoardLog) {
    this.#outlet = outlet;
    this.#log = log;
    this.#toldUpTo = log.head.seq;
    this.#epoch = log.head.epoch;
  }

  static async serve(outlet: Outlet, log: BoardLog, resume: Resume, timers: Timers): Promise<void> {
    outlet.send(encode({ type: "connection", status: "connected", timestamp: isoTime(timers.now()) }));
    const since = resume.kind === "since" && resume.epoch === log.head.epoch ? resume.seq : undefined;
    if (since !== undefined && since < log.head.seq) await log.cover(since);
    if (!outlet.isOpen) return;
    if (!log.isOn) return outlet.close(CLOSE.forbidden, "display-inactive");
    const socket = new BoardSocket(outlet, log);
    const listening = log.listen(socket);
    outlet.onClose(() => listening[Symbol.dispose]());
    outlet.onDrain(() => socket.news());
    if (since === undefined || resume.kind !== "since" || resume.epoch !== log.head.epoch) socket.#refresh();
    else socket.#continueFrom(since);
  }

  news(): void {
    if (this.#outlet.isBusy) return;
    const messages = this.#epoch === this.#log.head.epoch ? this.#log.after(this.#toldUpTo) : undefined;
    if (messages === undefined) return this.#refresh();
    this.#outlet.together(() => this.#tell(messages));
    // After the messages: it stands for what they say, too.
    if (this.#owesRefresh && !this.#outlet.isBusy) this.#refresh();
  }

  renamed(): void {
    this.#owesRefresh = true;
    this.news();
  }

  switchedOff(): void {
    this.#outlet.close(CLOSE.forbidden, "display-inactive");
  }

  #tell(messages: readonly EncodedMessage[]): void {
    for (const { seq, frames } of messages) {
      if (this.#outlet.isBusy) return;
      for (const frame of frames) this.#outlet.send(frame);
      this.#toldUpTo = seq;
    }
    this.#toldUpTo = this.#log.head.seq;
  }

  #continueFrom(seq: number): void {
    this.#toldUpTo = seq;
    this.news();
  }

  #refresh(): void {
    const { seq, epoch } = this.#log.head;
    this.#toldUpTo = seq;
    this.#epoch = epoch;
    this.#owesRefresh = false;
    this.#outlet.send(this.#log.refresh());
  }
}
