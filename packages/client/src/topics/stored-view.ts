import type { View } from "@callnext/protocol";
import { isDownFrame } from "../frames/decode-frame.ts";
import type { Held } from "./take-frame.ts";

const KEY = "callnext.view.";

export const storedViewKey = (topic: string): string => KEY + topic;
export const isStoredViewKey = (key: string): boolean => key.slice(0, KEY.length) === KEY;

export interface StoredView {
  readonly epoch: string;
  readonly to: number;
  readonly view: View;
  /** When it was last proved, ms since the epoch. */
  readonly proved_at: number;
}

/** What the store gave back, checked like anything from outside: an older release may have written it. */
export function readStoredView(topic: string, value: unknown): { held: Held; provedAt: number } | null {
  if (typeof value !== "object" || value === null) return null;
  const frame: unknown = { ...value, type: "snapshot", topic };
  if (!isDownFrame(frame) || frame.type !== "snapshot") return null;
  const provedAt = "proved_at" in value && typeof value.proved_at === "number" ? value.proved_at : 0;
  return { held: { view: frame.view, epoch: frame.epoch, seq: frame.to }, provedAt };
}
