import type { Cluster } from "../node/cluster.ts";
import type { SimulatedStore } from "../store/store.ts";
import type { World } from "../world/world.ts";
import { TENANT } from "./open-shop.ts";

const RECALLS = 250;

/** Recalls one ticket that is called just now, if there is one, many times at once. */
export const recallOften = ({ random }: World, cluster: Cluster, store: SimulatedStore): void => {
  const { state } = store.load();
  const called = [...state.tickets.values()].find(({ status }) => status === "called");
  const nodes = cluster.running;
  if (called === undefined || nodes.length === 0) return;
  const node = random.pick(nodes);
  for (let index = 0; index < RECALLS; index += 1) {
    const body = JSON.stringify({ operation: `recall-${state.seq}-${index}` });
    const path = `/api/v1/tenants/${TENANT.slug}/tickets/${called.id}/recall`;
    const request = { method: "POST", path, authorization: "13", idempotencyKey: null, body };
    node.host.post(() => void node.api.answer(request));
  }
};
