import type { Random } from "../world/random.ts";

/** What an agent does next. */
export interface Step {
  readonly kind: string;
  readonly method: "POST" | "PUT";
  /** Under `/tenants/{slug}`. */
  readonly path: string;
  readonly body: object;
  readonly queueId: string | null;
}

/** The ticket an agent has at the counter, as far as the agent knows. */
export interface AtCounter {
  readonly id: string;
  readonly status: string;
}

const CHOICES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  called: { start: 60, recall: 14, "no-show": 10, retract: 6, cancel: 4, transfer: 6 },
  serving: { complete: 70, hold: 12, transfer: 8, return: 10 },
  on_hold: { resume: 80, return: 20 },
  no_show: { return: 100 },
};

const about = (ticket: AtCounter, action: string, otherQueue: string): Step => ({
  kind: action,
  method: "POST",
  path: `/tickets/${ticket.id}/${action}`,
  body: action === "transfer" ? { queue_id: otherQueue } : {},
  queueId: null,
});

export interface DeskSituation {
  readonly atCounter: AtCounter | null;
  readonly counter: string;
  readonly queues: readonly string[];
  readonly displayIds: readonly string[];
}

/** What somebody at a desk would sensibly do, by chance. */
export const nextAtDesk = (
  random: Random,
  { atCounter, counter, queues, displayIds }: DeskSituation,
): Step => {
  const queueId = random.pick(queues);
  const choices = atCounter === null ? undefined : CHOICES[atCounter.status];
  if (atCounter !== null && choices !== undefined) return about(atCounter, random.weighted(choices), queueId);
  if (random.chance(0.04))
    return {
      kind: "refresh",
      method: "POST",
      path: `/displays/${random.pick(displayIds)}/refresh`,
      body: {},
      queueId: null,
    };
  return {
    kind: "call-next",
    method: "POST",
    path: `/queues/${queueId}/call-next`,
    body: { counter },
    queueId,
  };
};

/** A visitor comes in. */
export const nextAtDoor = (random: Random, queues: readonly string[]): Step => {
  const queueId = random.pick(queues);
  const priority = random.weighted({ 0: 80, 1: 15, 2: 5 });
  return {
    kind: "join",
    method: "POST",
    path: `/queues/${queueId}/tickets`,
    body: { priority },
    queueId,
  };
};
