import type { DownFrame, UpFrame } from "../native/frames.ts";
import type { AppointmentsSocketFrame, DisplaySocketFrame, QueueSocketFrame } from "../seeds/down.ts";

type AnyFrame = UpFrame | DownFrame | QueueSocketFrame | AppointmentsSocketFrame | DisplaySocketFrame;

/** What each message means, in a line. */
export const MESSAGE_SUMMARIES: Readonly<Record<AnyFrame["type"], string>> = {
  subscribe: "Follow a topic, saying what is held of it; asked again, it is answered again",
  unsubscribe: "Follow a topic no longer",
  seen: "A board tells which calls it has drawn and announced, and whether it can be heard",
  ping: "Asks for a pong",
  hello: "The first message of a connection",
  snapshot: "The whole view at `to`, whatever was held",
  delta: "What turns the view at `from` into the view at `to`; both may be empty",
  heartbeat: "Every 4 s: the newest seq of each followed topic that the server can vouch for",
  refused: "A topic gives nothing, and why",
  pong: "The answer to a ping: all that was due before has been told",
  error: "Something was not understood",
  queue_update: "Every open ticket of the shop, by queue and calling order",
  new_entry: "A new visitor; a `queue_update` follows",
  appointment_update: "Today's bookings and those of the next seven days",
  new_appointment: "A booking; an `appointment_update` follows",
  connection: "The first message of a board's connection",
  ticket_called: "A call or a recall",
  ticket_updated: "Any other change of a ticket that was called before",
  refresh: "Fetch everything anew",
};
