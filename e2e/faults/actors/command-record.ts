export type CommandKind = "issue" | "call-next" | "recall" | "start" | "complete" | "transfer" | "cancel";

export interface AnsweredTicket {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly calls: number;
}

/** One command as its sender knows it, from the first attempt to the answer. Times are ms since the epoch. */
export interface CommandRecord {
  readonly kind: CommandKind;
  readonly key: string;
  readonly sentAt: number;
  answeredAt: number | null;
  attempts: number;
  /** 0 until there is an answer. */
  status: number;
  code: string | null;
  seq: number | null;
  ticket: AnsweredTicket | null;
  /** What the same request got that went out beside the first attempt; null where none did, or it got no answer. */
  twin: { readonly status: number; readonly seq: number | null } | null;
}

export const isAcknowledged = ({ status }: CommandRecord): boolean => status >= 200 && status < 300;
