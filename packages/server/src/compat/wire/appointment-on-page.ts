import type { AppointmentDetails } from "@callnext/core";
import type { compat } from "@callnext/protocol";
import { appointmentWire, type Sight } from "../../http/wire/appointment-answer.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { isServing } from "./employees-on-page.ts";
import { NO_PRICE } from "./services-on-page.ts";

/** With what the pages show beside it: whether the barber is free, and a price. */
export function appointmentOnPage(
  found: AppointmentDetails,
  snapshot: ShopSnapshot,
  sight: Sight,
): compat.CompatAppointment {
  const wire = appointmentWire(found, snapshot, sight);
  const barber =
    wire.barber === null
      ? null
      : {
          ...wire.barber,
          status: isServing(snapshot.state, wire.barber.id)
            ? ("in_service" as const)
            : ("available" as const),
        };
  const service = wire.service === null ? null : { ...wire.service, price: NO_PRICE };
  return { ...wire, service, barber, employee: barber };
}
