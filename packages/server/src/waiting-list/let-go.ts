import type { Actor } from "@callnext/core";
import type { Logger } from "pino";
import type { ShopRuntime, ShopSnapshot } from "../shops/shop-runtime.ts";
import type { WaitingEntry } from "./waiting-entry.ts";

interface Needs {
  readonly runtime: Pick<ShopRuntime, "submit">;
  readonly log: Logger;
}

/** The slot that is kept for somebody who does not want it, or no longer waits: the next one may have it. */
export async function letGo(
  { runtime, log }: Needs,
  { appointmentId, shopId }: WaitingEntry,
  { state }: ShopSnapshot,
  by: Actor,
): Promise<void> {
  if (appointmentId === null || state.appointments.get(appointmentId)?.status !== "held") return;
  const outcome = await runtime.submit({ shopId, by, command: { type: "release-slot", appointmentId } });
  // It may have run out just now.
  if (!outcome.ok) log.debug({ code: outcome.refusal.code, shopId }, "an offer was not there any more");
}
