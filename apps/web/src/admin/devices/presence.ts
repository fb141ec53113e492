import type { BoardsView } from "@callnext/protocol";
import type { Tone } from "../../ui/Badge.tsx";
import type { ManagedDevice } from "./devices-query.ts";

export type Presence = "here" | "silent" | "muted" | "away" | "never";

export const PRESENCE_TONES: Readonly<Record<Presence, Tone>> = {
  here: "good",
  silent: "bad",
  muted: "warn",
  away: "calm",
  never: "warn",
};

/** Seen within this time it may well be at another node. */
const LATELY_MS = 2 * 60_000;

/** Whether a device is there: by what this node hears of it now, else by when it was last seen. */
export function presenceOf(device: ManagedDevice, boards: BoardsView | null, now: number): Presence {
  const board = boards?.boards[`${device.display_id ?? ""}/device:${device.id}`];
  if (board !== undefined && board.connected) {
    if (board.silent) return "silent";
    return board.sound === "blocked" || board.sound === "off" ? "muted" : "here";
  }
  if (device.last_seen_at === null) return "never";
  return now - Date.parse(device.last_seen_at) < LATELY_MS && board === undefined ? "here" : "away";
}
