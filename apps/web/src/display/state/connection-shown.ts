import type { ConnectionState } from "@callnext/client";

/** What the indicator says: the socket is live · it is being opened for the first time · HTTP keeps the board fresh · neither. */
export type ConnectionShown = "live" | "connecting" | "polling" | "disconnected";

export function connectionShown(connection: ConnectionState, fresh: boolean): ConnectionShown {
  switch (connection.kind) {
    case "live":
      return "live";
    case "idle":
      return "connecting";
    case "connecting":
      return connection.attempt === 1 ? "connecting" : fresh ? "polling" : "disconnected";
    case "waiting":
    case "closed":
      return fresh ? "polling" : "disconnected";
  }
}
