import type { BoardFrame } from "../actors/board-client.ts";
import type { ShopLog } from "../oracle/shop-log.ts";
import { announcementsOf } from "./announcements-of.ts";

interface Message {
  readonly type: string;
  readonly seq?: number;
  readonly epoch?: string;
  readonly ticket?: { readonly id: string; readonly calls: number };
}

export interface RestoredRules {
  /** The shop as it stands in the end. */
  readonly log: ShopLog;
  /** Its seq in the backup. */
  readonly restoredAt: number;
}

/**
 * Reads one board's raw history again: once it hears of the new epoch it never hears of the old one, it is sent to
 * fetch everything anew before it is told of any call, and is told of each call since the restore once and of none
 * from before it.
 */
export function checkRestoredBoard(
  name: string,
  history: readonly BoardFrame[],
  { log, restoredAt }: RestoredRules,
): readonly string[] {
  const messages = history.map(({ text }) => JSON.parse(text) as Message);
  const turn = messages.findIndex(({ epoch }) => epoch === log.epoch);
  if (turn === -1) return [`${name}: never heard of the new epoch`];
  const since = messages.slice(turn);
  const told = since.filter(({ type }) => type === "ticket_called").map(callOf);
  const due = announcementsOf(log)
    .filter(({ seq }) => seq > restoredAt)
    .map(({ ticketId, calls }) => `${ticketId} call ${String(calls)}`);
  const broken = [
    ...(since[0]?.type === "refresh" ? [] : [`the new epoch began with ${since[0]?.type}, not refresh`]),
    ...since
      .filter(({ epoch }) => epoch !== undefined && epoch !== log.epoch)
      .map(({ epoch }) => `the old epoch ${epoch} after the new one`),
    ...due.filter((call) => !told.includes(call)).map((call) => `missed ${call}`),
    ...told.filter((call) => !due.includes(call)).map((call) => `told of ${call}, which is from before`),
    ...told.filter((call, index) => told.indexOf(call) < index).map((call) => `told twice of ${call}`),
  ];
  return broken.map((what) => `${name}: ${what}`);
}

function callOf({ ticket }: Message): string {
  return `${ticket?.id} call ${String(ticket?.calls)}`;
}
