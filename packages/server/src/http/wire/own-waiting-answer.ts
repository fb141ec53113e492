import type { OwnWaiting } from "@callnext/protocol";
import type { Context } from "../core/context.ts";
import type { OwnEntry } from "../core/own-waiting.ts";
import { appointmentUrl } from "./appointment-url.ts";
import { bookableShopOnWire } from "./bookable-shop-on-wire.ts";
import { waitingOnWire } from "./waiting-on-wire.ts";

/** An entry of the waiting list as the one who waits sees it. */
export async function ownWaitingAnswer(context: Context, { entry, snapshot }: OwnEntry): Promise<OwnWaiting> {
  const { state, tenant, epoch } = snapshot;
  const { appointmentId } = entry;
  const waiting = waitingOnWire(entry, snapshot, context.now());
  const { status } = waiting;
  return {
    waiting,
    ahead: status === "waiting" || status === "offered" ? await context.waitingBook.ahead(entry) : null,
    tenant: { slug: tenant.slug, name: tenant.name, locale: tenant.locale },
    shop: bookableShopOnWire(state.shop),
    appointment_url:
      status === "booked" && appointmentId !== null ? appointmentUrl(context, appointmentId) : null,
    seq: state.seq,
    epoch,
  };
}
