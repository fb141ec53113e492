import type { CommandOf } from "../../queue/command-of.ts";
import type { Command } from "../../queue/commands.ts";
import { accept } from "../../queue/decide/answer.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { bookAppointment } from "./book-appointment.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { checkInAppointment } from "./check-in-appointment.ts";
import { completeAppointment } from "./complete-appointment.ts";
import { configureProvider } from "./configure-provider.ts";
import { holdSlot } from "./hold-slot.ts";
import { markAppointmentLate } from "./mark-appointment-late.ts";
import { markAppointmentNoShow } from "./mark-appointment-no-show.ts";
import { moveAppointment } from "./move-appointment.ts";
import { releaseSlot } from "./release-slot.ts";
import { restoreAppointment } from "./restore-appointment.ts";
import { sayOnMyWay } from "./say-on-my-way.ts";

/** What is about appointments, and not about a ticket. */
export type AppointmentCommand = Extract<
  Command,
  { readonly appointmentId: unknown } | { readonly type: "configure-provider" | "keep-time" }
>;

export const decideAppointment = (
  state: ShopState,
  command: CommandOf<AppointmentCommand["type"]>,
  ctx: DecisionContext,
): Decision => {
  switch (command.type) {
    case "configure-provider":
      return configureProvider(state, command);
    case "hold-slot":
      return holdSlot(state, command, ctx);
    case "release-slot":
      return releaseSlot(state, command);
    case "book-appointment":
      return bookAppointment(state, command, ctx);
    case "move-appointment":
      return moveAppointment(state, command, ctx);
    case "cancel-appointment":
      return cancelAppointment(state, command, ctx);
    case "check-in-appointment":
      return checkInAppointment(state, command, ctx);
    case "say-on-my-way":
      return sayOnMyWay(state, command);
    case "mark-appointment-late":
      return markAppointmentLate(state, command);
    case "mark-appointment-no-show":
      return markAppointmentNoShow(state, command);
    case "restore-appointment":
      return restoreAppointment(state, command, ctx);
    case "complete-appointment":
      return completeAppointment(state, command);
    case "keep-time":
      // What time has brought precedes every command, so there is nothing left to do here.
      return accept([]);
  }
};
