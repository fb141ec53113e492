import { setTimeout as wait } from "node:timers/promises";
import type { demoBodies } from "@callnext/protocol";
import { type ApiCall, createApiCall } from "./api-call.ts";
import { seededRandom } from "./seeded-random.ts";

export interface Morning {
  readonly address: string;
  readonly password: string;
  readonly tenant: demoBodies.DemoAnswer["tenants"][number];
  readonly signal: AbortSignal;
  readonly seed: string;
}

type DemoShop = Morning["tenant"]["shops"][number];

const FIRST = [
  "Aïssatou",
  "Ousmane",
  "Jane",
  "Cheikh",
  "Maria",
  "Khady",
  "Peter",
  "Ndèye",
  "Tomás",
  "Abdou",
  "Ruth",
  "Coumba",
];
const LAST = [
  "Sy",
  "Gueye",
  "Smith",
  "Diallo",
  "Lopez",
  "Mbaye",
  "Brown",
  "Faye",
  "Kane",
  "Nguyen",
  "Seck",
  "Wade",
];

/** Between two visitors of a shop, on average. */
const ARRIVAL_MS = 6_000;
/** More than this wait nowhere in the demo. */
const MOST_WAITING = 15;
const WALK_MS = 3_000;
const SERVICE_MS = 14_000;
const PAUSE_MS = 2_000;
const NO_SHOW_SHARE = 0.08;

/** An ordinary morning, faster than life: visitors arrive and agents work, by the same API as everyone, until the signal. */
export async function runMorning(morning: Morning): Promise<void> {
  const random = seededRandom(morning.seed);
  const parts = morning.tenant.shops.flatMap((shop) => [
    arrivals(morning, shop, random),
    ...shop.logins
      .filter(({ role }) => role === "agent")
      .map(({ email }, index) => work(morning, shop, email, String(index + 1), random)),
  ]);
  await Promise.all(parts);
}

async function arrivals(
  { address, tenant, signal }: Morning,
  shop: DemoShop,
  random: () => number,
): Promise<void> {
  const call = createApiCall(address, null, signal);
  const pick = <Thing>(things: readonly Thing[]): Thing | undefined =>
    things[Math.floor(random() * things.length)];
  while (!signal.aborted) {
    await wait(around(ARRIVAL_MS, random), undefined, { signal });
    const { queues } = await call<{ queues: { id: string; site: string; waiting_count: number }[] }>(
      "GET",
      `/public/tenants/${tenant.slug}/queues/`,
    );
    const own = queues.filter(({ id }) => shop.queues.some((queue) => queue.id === id));
    const queue = pick(own.filter(({ waiting_count }) => waiting_count < MOST_WAITING));
    if (queue === undefined) continue;
    await call("POST", `/public/tenants/${tenant.slug}/queues/${queue.id}/signup/`, {
      full_name: `${pick(FIRST) ?? ""} ${pick(LAST) ?? ""}`.trim(),
      phone: `+2217700${String(Math.floor(random() * 100_000)).padStart(5, "0")}`,
    });
  }
}

async function work(
  { address, password, tenant, signal }: Morning,
  shop: DemoShop,
  email: string,
  counter: string,
  random: () => number,
): Promise<void> {
  const { access_token: token } = await createApiCall(address, null, signal)<{ access_token: string }>(
    "POST",
    "/auth/login",
    { email, password },
  );
  const call = createApiCall(address, token, signal);
  const base = `/tenants/${tenant.slug}`;
  try {
    for (let turn = Number(counter); !signal.aborted; turn += 1) {
      await wait(around(PAUSE_MS, random), undefined, { signal });
      const queue = shop.queues[turn % shop.queues.length];
      if (queue === undefined) return;
      // Nobody waits, or somebody at the keyboard uses this counter: try the next queue.
      const called = await call<{ ticket: { id: string } } | null>(
        "POST",
        `${base}/queues/${queue.id}/call-next`,
        { counter },
      );
      if (called !== null) await serve(call, `${base}/tickets/${called.ticket.id}`, random, signal);
    }
  } finally {
    // A sign-out of its own: the morning's signal has already ended the others' requests.
    await createApiCall(
      address,
      token,
      AbortSignal.timeout(2_000),
    )("POST", "/auth/logout").catch(() => undefined);
  }
}

async function serve(
  call: ApiCall,
  ticket: string,
  random: () => number,
  signal: AbortSignal,
): Promise<void> {
  await wait(around(WALK_MS, random), undefined, { signal });
  if (random() < NO_SHOW_SHARE) {
    await call("POST", `${ticket}/recall`);
    await wait(around(WALK_MS, random), undefined, { signal });
    await call("POST", `${ticket}/no-show`);
    return;
  }
  await call("POST", `${ticket}/start`);
  await wait(around(SERVICE_MS, random), undefined, { signal });
  await call("POST", `${ticket}/complete`);
}

function around(ms: number, random: () => number): number {
  return ms * (0.5 + random());
}
