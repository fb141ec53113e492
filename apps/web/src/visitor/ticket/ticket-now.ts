import type { PublicView } from "@callnext/protocol";
import { formatTime } from "../../i18n/format-time.ts";
import type { NativeStatus, TicketAnswer, WaitRange } from "../wire.ts";

/** A ticket as its owner sees it at one moment. */
export interface TicketNow {
  readonly number: string;
  readonly queueName: string;
  readonly status: NativeStatus;
  /** 1-based place in the line while waiting. */
  readonly place: number | null;
  readonly wait: WaitRange | null;
  readonly counter: string | null;
  readonly calls: number;
  readonly outcome: TicketAnswer["outcome"];
  /** Came by appointment: its time by the shop's clock. Null where the room does not tell it. */
  readonly bookedTime: string | null;
}

/** A public view at its seq. */
export interface LiveView {
  readonly view: PublicView;
  readonly seq: number;
  readonly epoch: string;
}

const ENDED: readonly NativeStatus[] = ["completed", "no_show", "cancelled"];

/**
 * What the ticket's own answer and the room's view say together. The view is one frame for every phone in the room and moves
 * first; it knows numbers only, so that it is believed while the ticket is open: tomorrow the same number is somebody else's.
 */
export function ticketNow(answer: TicketAnswer, live: LiveView | null): TicketNow {
  const own = fromAnswer(answer);
  if (live === null || live.epoch !== answer.epoch || live.seq < answer.seq || ENDED.indexOf(own.status) >= 0)
    return own;
  return inLine(own, live.view) ?? inCalls(own, live.view) ?? own;
}

/** Whether the room's view speaks of this ticket otherwise than its own answer did: time to ask anew. */
export function outdated(answer: TicketAnswer, now: TicketNow, live: LiveView | null): boolean {
  if (live === null || ENDED.indexOf(answer.native_status) >= 0) return false;
  if (live.epoch !== answer.epoch) return true;
  if (live.seq < answer.seq) return false;
  if (
    now.status !== answer.native_status ||
    now.calls !== answer.calls ||
    now.queueName !== answer.queue_name
  )
    return true;
  return inLine(now, live.view) === null && inCalls(now, live.view) === null;
}

function fromAnswer(answer: TicketAnswer): TicketNow {
  return {
    number: answer.number,
    queueName: answer.queue_name,
    status: answer.native_status,
    place: answer.native_status === "waiting" ? answer.position : null,
    wait: answer.wait === null ? null : [answer.wait.p50, answer.wait.p90, answer.wait.p10],
    counter: answer.counter,
    calls: answer.calls,
    outcome: answer.outcome,
    bookedTime: null,
  };
}

function inLine(own: TicketNow, view: PublicView): TicketNow | null {
  for (const id of Object.keys(view.queues)) {
    const queue = view.queues[id];
    const index = queue?.line.indexOf(own.number) ?? -1;
    if (queue === undefined || index < 0) continue;
    return {
      ...own,
      status: "waiting",
      queueName: queue.name,
      place: index + 1,
      wait: queue.waits[index] ?? null,
      counter: null,
      outcome: null,
      // A view kept since an earlier release does not have them.
      bookedTime: clockOf(queue.appointments?.[own.number], view),
    };
  }
  return null;
}

function inCalls(own: TicketNow, view: PublicView): TicketNow | null {
  const call = view.calls[own.number];
  // A call of an earlier day under the same number has fewer calls than ours, or none of its status is open.
  if (call === undefined || call.status === "waiting" || call.calls < own.calls) return null;
  if (own.status === "waiting" && ENDED.indexOf(call.status) >= 0 && call.calls === own.calls) return null;
  const queueName = view.queues[call.queue_id]?.name ?? own.queueName;
  return {
    ...own,
    status: call.status,
    queueName,
    place: null,
    wait: null,
    counter: call.counter,
    calls: call.calls,
    bookedTime: clockOf(call.appointment_time, view),
  };
}

function clockOf(at: string | undefined, { shop }: PublicView): string | null {
  return at === undefined ? null : formatTime(Date.parse(at), { timeZone: shop.self.time_zone });
}
