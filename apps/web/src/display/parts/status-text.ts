import type { DisplayTicket } from "@callnext/protocol";
import type { BoardTranslate } from "../catalogue.ts";

/** What has become of a call, in a word; nothing while it stands. */
export function statusText(t: BoardTranslate, ticket: DisplayTicket): string {
  switch (ticket.status) {
    case "appele":
      return ticket.calls > 1 ? t("recalled", { count: ticket.calls }) : "";
    case "en_service":
      return t("status.serving");
    case "pause":
      return t("status.paused");
    case "clos":
      return t("status.over");
    case "no_show":
      return t("status.absent");
    case "en_attente":
      return "";
  }
}
