import { TICKET_ACTIONS, type TicketActionId } from "./actions.ts";

export type ShortcutId = TicketActionId | "next" | "next-of" | "add" | "help" | "join-code";

export interface Shortcut {
  readonly id: ShortcutId;
  /** As shown on the cheat sheet. */
  readonly keys: readonly string[];
}

export const SHORTCUTS: readonly Shortcut[] = [
  { id: "next", keys: ["N", "␣"] },
  { id: "next-of", keys: ["1…9"] },
  ...TICKET_ACTIONS.map(({ id, key }) => ({ id, keys: [key] })),
  { id: "add", keys: ["A"] },
  { id: "join-code", keys: ["Q"] },
  { id: "help", keys: ["?"] },
];

export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

export type Pressed =
  | { readonly id: Exclude<ShortcutId, "next-of"> }
  | { readonly id: "next-of"; readonly index: number };

/** Which shortcut a key stroke means, if any. A held key means nothing: one press, one action. */
export function shortcutOf(stroke: Stroke): Pressed | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.repeat) return null;
  if (stroke.key === " ") return { id: "next" };
  if (/^[1-9]$/.test(stroke.key)) return { id: "next-of", index: Number(stroke.key) - 1 };
  const key = stroke.key.toUpperCase();
  const id = SHORTCUTS.find((each) => each.keys.includes(key))?.id;
  return id === undefined || id === "next-of" ? null : { id };
}
