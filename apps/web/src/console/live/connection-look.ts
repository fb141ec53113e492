import type { ConnectionState } from "@callnext/client";

export interface ConnectionLook {
  readonly key: "live" | "connecting" | "polling" | "offline";
  readonly tone: "good" | "warn" | "bad";
}

/**
 * The few states that a person at a desk needs to tell apart. Polling that brings nothing (`stale`) is no connection.
 * Null on a page that follows nothing: there is nothing to be connected for.
 */
export function connectionLook(state: ConnectionState, stale = false): ConnectionLook | null {
  if (state.kind === "idle") return null;
  const look = lookOf(state);
  return stale && look.key === "polling" ? { key: "offline", tone: "bad" } : look;
}

function lookOf(state: Exclude<ConnectionState, { kind: "idle" }>): ConnectionLook {
  switch (state.kind) {
    case "live":
      return { key: "live", tone: "good" };
    case "connecting":
      if (state.polling) return { key: "polling", tone: "warn" };
      return state.attempt > 1 ? { key: "offline", tone: "bad" } : { key: "connecting", tone: "warn" };
    case "waiting":
      return state.polling ? { key: "polling", tone: "warn" } : { key: "offline", tone: "bad" };
    case "closed":
      return { key: "offline", tone: "bad" };
  }
}
