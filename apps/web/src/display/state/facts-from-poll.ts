import type { DisplayQueue, DisplaySettings, DisplayTicket } from "@callnext/protocol";
import { type BoardFacts, withoutDuplicates } from "./board-facts.ts";

/** `GET /public/tenants/{slug}/displays/{id}/tickets/` */
export interface PolledBoard {
  readonly display: Partial<DisplaySettings> & Pick<DisplaySettings, "id" | "name" | "layout" | "theme">;
  readonly tickets: readonly (Omit<DisplayTicket, "calls"> & { readonly calls?: number })[];
  readonly waiting_stats: Readonly<Record<string, number>>;
  readonly queues?: readonly DisplayQueue[];
  readonly timestamp: string;
  readonly seq: number;
  readonly epoch: string;
}

const UNKNOWN: Omit<DisplaySettings, "id" | "name" | "layout" | "theme"> = {
  type: "tv",
  active: true,
  auto_refresh_seconds: 5,
  show_video: false,
  video_url: null,
  background_image: null,
  custom_message: null,
  secondary_message: null,
  message_position: "bottom",
  ticket_colors: {},
  shop_id: 0,
  shop_slug: "",
  shop_name: "",
  tenant_slug: "",
  time_zone: "UTC",
  locale: "fr",
};

/** The documented answer says less than the native view: what it leaves out stays as it was known before. */
export function factsFromPoll(answer: PolledBoard, before: BoardFacts | null): BoardFacts {
  const settings = { ...UNKNOWN, ...before?.settings, ...answer.display };
  const tickets = answer.tickets.map((ticket) => ({
    ...ticket,
    calls: ticket.calls ?? before?.tickets.find((known) => known.id === ticket.id)?.calls ?? 1,
  }));
  return {
    epoch: answer.epoch,
    seq: answer.seq,
    settings,
    queues: answer.queues ?? queuesOf(answer, before),
    tickets: withoutDuplicates(tickets),
  };
}

function queuesOf(answer: PolledBoard, before: BoardFacts | null): readonly DisplayQueue[] {
  const queues: DisplayQueue[] = [];
  for (const id of Object.keys(answer.waiting_stats)) {
    const known = before?.queues.find((queue) => queue.id === id);
    const name = known?.name ?? answer.tickets.find((ticket) => ticket.queue_id === id)?.queue_name ?? "";
    queues.push({ id, name, prefix: known?.prefix ?? "", waiting: answer.waiting_stats[id] ?? 0 });
  }
  return queues;
}
