import type { AppointmentId, Command } from "@callnext/core";
import { testBookingRules, testProvider } from "@callnext/core/testing";
import type { InMemoryRuntime } from "../../shops/testing/in-memory-runtime.ts";
import { run } from "./socket-server.ts";

export const SERVICE = 1;
export const PROVIDER = "bbbbbbbb-0000-4000-8000-000000000001";

/** Lets a shop take appointments: one service of half an hour, which agent 7 offers. */
export const openBooking = async (runtime: InMemoryRuntime, shopId = 1): Promise<void> => {
  const booking = testBookingRules();
  const snapshot = await runtime.snapshot(shopId);
  if (snapshot === undefined) throw new Error(`no shop ${shopId}`);
  const configured: readonly Command[] = [
    { type: "configure-shop", shop: { ...snapshot.state.shop, booking } },
    {
      type: "configure-service",
      service: { id: SERVICE, name: "Cut", durationMinutes: 30, archived: false },
    },
    { type: "configure-provider", provider: testProvider({ id: PROVIDER, staffId: 7, name: "", lanes: 4 }) },
  ];
  for (const command of configured) await run(runtime, command, { shopId });
};

/** Agent 7 books for Jane Smith. */
export const book = async (
  runtime: InMemoryRuntime,
  appointmentId: AppointmentId,
  start: number,
  change: { readonly shopId?: number; readonly type?: "book-appointment" | "hold-slot" } = {},
): Promise<void> => {
  const { shopId = 1, type = "book-appointment" } = change;
  const wanted = {
    appointmentId,
    serviceId: SERVICE,
    providerId: PROVIDER,
    start,
    partySize: 2,
    locale: null,
  };
  const command: Command = type === "hold-slot" ? { type, minutes: 10, ...wanted } : { type, ...wanted };
  const person = {
    fullName: "Jane Smith",
    phone: "+221770000000",
    email: "jane@smith.example",
    notes: "Short",
  };
  const outcome = await runtime.submit({ shopId, by: { kind: "staff", id: 7 }, command, person });
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
};
