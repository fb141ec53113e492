import { createApiCall } from "./api-call.ts";
import type { Part } from "./run-morning.ts";

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

interface Queues {
  readonly queues: readonly { readonly id: string; readonly waiting_count: number }[];
}

/** Visitors of one shop, who join by themselves as with a phone. */
export async function arrivals({ address, tenantSlug, shop, signal, random, pause }: Part): Promise<void> {
  const call = createApiCall(address, null);
  const pick = <Thing>(things: readonly Thing[]): Thing | undefined =>
    things[Math.floor(random() * things.length)];
  const own = new Set(shop.queues.map(({ id }) => id));
  while (!signal.aborted) {
    const listed = await call<Queues>("GET", `/public/tenants/${tenantSlug}/queues/`);
    const short = listed?.queues.filter(
      ({ id, waiting_count }) => own.has(id) && waiting_count < MOST_WAITING,
    );
    const queue = pick(short ?? []);
    if (queue !== undefined)
      await call("POST", `/public/tenants/${tenantSlug}/queues/${queue.id}/signup/`, {
        full_name: `${pick(FIRST) ?? ""} ${pick(LAST) ?? ""}`,
        phone: `+2217700${String(Math.floor(random() * 100_000)).padStart(5, "0")}`,
      });
    await pause(ARRIVAL_MS);
  }
}
