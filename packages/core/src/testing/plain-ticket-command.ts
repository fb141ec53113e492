/** The commands that need a ticket and nothing else. */
export type PlainTicketCommand =
  | "recall-ticket"
  | "retract-call"
  | "start-service"
  | "complete-ticket"
  | "mark-no-show"
  | "return-ticket"
  | "hold-ticket"
  | "cancel-ticket"
  | "confirm-presence";
