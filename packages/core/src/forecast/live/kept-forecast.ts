import type { TicketId } from "../../queue/ticket.ts";
import type { Instant } from "../../queue/time.ts";
import type { LineReading } from "../line-reading.ts";
import type { OpenForecast, RecalledForecast } from "../wait-forecaster.ts";

/** A forecast that was given for a ticket, at the shop's event `seq`. */
export interface TicketForecast {
  readonly ticketId: TicketId;
  readonly queueId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly open: OpenForecast;
}

/** A forecast with what came of it. `minutes` null: the ticket left the line uncalled. */
export interface SettledForecast extends TicketForecast {
  readonly minutes: number | null;
  /** When that was known, and by which event. */
  readonly knownAt: Instant;
  readonly knownSeq: number;
}

/** What is stored of a settled forecast, enough to recall it: of those who left, that they stood there. */
export interface KeptForecast {
  readonly seq: number;
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly knownSeq: number;
  readonly queueId: string;
  readonly reading: LineReading;
  readonly given: RecalledForecast;
  readonly minutes: number | null;
}
