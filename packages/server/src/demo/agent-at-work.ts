import { type ApiCall, createApiCall } from "./api-call.ts";
import type { Part } from "./run-morning.ts";

const PAUSE_MS = 2_000;
const WALK_MS = 3_000;
const SERVICE_MS = 14_000;
const NO_SHOW_SHARE = 0.08;

export interface Agent {
  readonly email: string;
  readonly password: string;
  readonly counter: number;
}

interface Called {
  readonly ticket: { readonly id: string };
}

/** One agent of a shop: signs in, serves its queues in turn, and leaves the counter free at the end. */
export async function agentAtWork(part: Part, { email, password, counter }: Agent): Promise<void> {
  const { address, tenantSlug, shop, signal, pause } = part;
  const anyone = createApiCall(address, null);
  const signedIn = await anyone<{ readonly access_token: string }>("POST", "/auth/login", {
    email,
    password,
  });
  const token = signedIn?.access_token ?? null;
  const call = createApiCall(address, token);
  const base = `/tenants/${tenantSlug}`;
  let inHand: string | null = null;
  try {
    for (let turn = counter; !signal.aborted; turn += 1) {
      await pause(PAUSE_MS);
      const queue = shop.queues[turn % shop.queues.length];
      if (queue === undefined) return;
      // Null: nobody waits, or somebody at a keyboard uses this counter. The next queue may have better luck.
      const called = await call<Called>("POST", `${base}/queues/${queue.id}/call-next`, { counter });
      if (called === null) continue;
      inHand = `${base}/tickets/${called.ticket.id}`;
      await serve(call, inHand, part);
      inHand = null;
    }
  } finally {
    await leave(call, inHand);
  }
}

async function serve(call: ApiCall, ticket: string, { random, pause }: Part): Promise<void> {
  await pause(WALK_MS);
  if (random() < NO_SHOW_SHARE) {
    await call("POST", `${ticket}/recall`);
    await pause(WALK_MS);
    await call("POST", `${ticket}/no-show`);
    return;
  }
  await call("POST", `${ticket}/start`);
  await pause(SERVICE_MS);
  await call("POST", `${ticket}/complete`);
}

/** Whoever was only called goes back to the line, whoever was being served is done. */
async function leave(call: ApiCall, ticket: string | null): Promise<void> {
  try {
    if (ticket !== null) {
      await call("POST", `${ticket}/retract`);
      await call("POST", `${ticket}/complete`);
    }
    await call("POST", "/auth/logout");
  } catch {
    // The server is stopping too: the counter stays as it is.
  }
}
