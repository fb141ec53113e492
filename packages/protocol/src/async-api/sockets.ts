import type { z } from "zod";
import { downFrame } from "../native/down.ts";
import { upFrame } from "../native/up.ts";
import { appointmentsSocketDown, displaySocketDown, queueSocketDown } from "../seeds/down.ts";
import { seedPing } from "../seeds/ping.ts";
import { queuePageUpdate } from "../seeds/queue-page-update.ts";

/** One message's schema; its `type` names it. */
export type MessageSchema = z.ZodObject<{ readonly type: z.ZodLiteral<string> }>;

export interface SocketDescription {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Client → server. */
  readonly up: readonly MessageSchema[];
  /** Server → client. */
  readonly down: readonly MessageSchema[];
}

const TICKET = {
  ticket: "A one-use pass of `POST /api/v1/auth/socket-ticket`, in place of other credentials",
};
const RESUME = {
  epoch: "What the last frame read said, together with `since`",
  since: "The last `seq` that was read",
};
const SHOP = { shopId: "The shop's number" };

/** Every socket of the server, by the name of its channel. */
export const SOCKETS: Readonly<Record<string, SocketDescription>> = {
  native: {
    address: "/ws/v1",
    title: "Many topics on one connection",
    description:
      "Subprotocol `callnext.v1`. Topics: `shop:{id}:staff`, `shop:{id}:public`, `shop:{id}:appointments`, `shop:{id}:boards`, `display:{id}`. A delta is applied only where the client holds exactly `from` of `epoch`.",
    parameters: {},
    query: TICKET,
    up: upFrame.options,
    down: downFrame.options,
  },
  queue: {
    address: "/ws/queue/{shopId}/",
    title: "A shop's queue, as the first document has it",
    description: "The whole list on connecting and after changes; a new visitor also by `new_entry`.",
    parameters: SHOP,
    query: { ...TICKET, ...RESUME },
    up: [seedPing],
    down: queueSocketDown.options,
  },
  queuePage: {
    address: "/ws/queue/{shopId}",
    title: "A shop's queue with the page's fields beside it, as the first document's page has it",
    description: "As with the trailing slash, but `queue_update` only, and with more fields.",
    parameters: SHOP,
    query: { ...TICKET, ...RESUME },
    up: [seedPing],
    down: [queuePageUpdate, ...queueSocketDown.options.filter(({ shape }) => isAnswer(shape.type.value))],
  },
  appointments: {
    address: "/ws/appointments/{shopId}/",
    title: "A shop's bookings, as the first document has them",
    description:
      "The bookings of today and the next seven days on connecting and after changes; a new one also by `new_appointment`. With and without the trailing slash.",
    parameters: SHOP,
    query: { ...TICKET, ...RESUME },
    up: [seedPing],
    down: appointmentsSocketDown.options,
  },
  display: {
    address: "/ws/tenants/{tenantSlug}/displays/{displayId}/",
    title: "A board, as the second document has it",
    description:
      "With and without the trailing slash. `epoch` and `since` replay each missed message once and in order.",
    parameters: { tenantSlug: "The organisation's name in addresses", displayId: "The display's id" },
    query: { ...TICKET, ...RESUME },
    up: [seedPing],
    down: displaySocketDown.options,
  },
};

function isAnswer(type: string): boolean {
  return type === "pong" || type === "error";
}
