import type { Cursor } from "@callnext/protocol";
import type { TopicLease } from "../../stream/topics.ts";
import type { TopicFrame, TopicListener } from "../../stream/view-topic.ts";
import type { Outlet } from "../outlet.ts";
import { PROOF_WITHIN_MS } from "./proof.ts";

const same = (a: Cursor | null, b: Cursor | null): boolean => a?.seq === b?.seq && a?.epoch === b?.epoch;

/**
 * One topic on one socket. Its only slot is `behind`: a client that cannot keep up gets, once it has caught
 * up, whatever is newest then, instead of a backlog. The same holds for a question that cannot be answered yet
 * because this node cannot tell what is newest.
 */
export class Subscription implements TopicListener, Disposable {
  readonly #outlet: Outlet;
  readonly #lease: TopicLease;
  readonly #refuse: (code: string) => void;
  readonly #listening: Disposable;
  #holds: Cursor | null = null;
  #behind = false;

  constructor(outlet: Outlet, lease: TopicLease, refuse: (code: string) => void) {
    this.#outlet = outlet;
    this.#lease = lease;
    this.#refuse = refuse;
    this.#listening = lease.topic.listen(this);
  }

  /** The newest seq told, or null while there is nothing to see. */
  head(): Cursor | null {
    return this.#lease.topic.head();
  }

  /** Something has to be told as soon as it can be. */
  get isBehind(): boolean {
    return this.#behind;
  }

  get verifiedMsAgo(): number {
    return this.#lease.topic.verifiedMsAgo;
  }

  /** Brings the client up from what it says it has. */
  answer(have: Cursor | undefined): void {
    // Set while the topic answers, too: what it tells everybody meanwhile is part of the answer.
    this.#behind = true;
    this.#holds = have ?? null;
    // An answer counts as a proof, so it has to wait until it is one.
    if (this.#outlet.isBusy || this.verifiedMsAgo > PROOF_WITHIN_MS) return;
    const answer = this.#lease.topic.answer(have);
    this.#behind = false;
    if (answer.kind === "frame") return this.#deliver(answer.frame);
    this.#holds = null;
    this.#refuse(answer.code);
  }

  catchUp(): void {
    if (this.#behind) this.answer(this.#holds ?? undefined);
  }

  frame(frame: TopicFrame): void {
    if (this.#behind) return;
    if (this.#outlet.isBusy) this.#behind = true;
    else if (frame.from === null || same(frame.from, this.#holds)) this.#deliver(frame);
  }

  closed(code: string): void {
    this.#holds = null;
    if (this.#outlet.isBusy) this.#behind = true;
    else this.#refuse(code);
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]();
    this.#lease[Symbol.dispose]();
  }

  #deliver(frame: TopicFrame): void {
    this.#holds = frame.to;
    this.#outlet.send(frame.buffer);
  }
}
