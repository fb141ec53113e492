import { z } from "zod";
import { appointment } from "./appointment-update.ts";

/** A booking. An `appointment_update` follows, hence no seq here. */
export const newAppointment = z.looseObject({ type: z.literal("new_appointment"), appointment });
