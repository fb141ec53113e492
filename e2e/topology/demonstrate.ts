import { setTimeout as pause } from "node:timers/promises";
import { Staff } from "../faults/actors/staff.ts";
import { demoClinic } from "../support/api.ts";
import { boardOnEachNode } from "./boards.ts";
import { callsOf, serve, type Served } from "./serve.ts";
import type { Topology } from "./topology.ts";

export interface Phase {
  readonly name: string;
  readonly served: readonly Served[];
}

export interface Demonstration {
  readonly phases: readonly Phase[];
  /** What a board was not told, or told twice. */
  readonly violations: readonly string[];
}

const VISITORS = 20;
/** Into the middle of a phase. */
const STRIKE_AFTER_MS = 300;

/** Boards on all nodes follow calls while one part after the other goes away. */
export async function demonstrate(topology: Topology, tell: (phase: Phase) => void): Promise<Demonstration> {
  const { nodes, balancer, postgres, redis } = topology;
  const shop = await demoClinic(topology.node(1));
  const [queue] = shop.queues;
  const [display] = shop.displays;
  if (queue === undefined || display === undefined)
    throw new Error("The demo's clinic has a queue and a board");
  const path = `/ws/tenants/${shop.tenant}/displays/${display.id}/`;
  const placed = await boardOnEachNode(nodes, `${balancer.origin.replace("http", "ws")}${path}`);
  const boards = placed.map(({ board }) => board);
  const phases: Phase[] = [];
  try {
    const play = async (name: string, staff: Staff, strike?: () => Promise<unknown>): Promise<void> => {
      const striking = strike === undefined ? null : pause(STRIKE_AFTER_MS).then(strike);
      const phase = { name, served: await serve(staff, queue.id, boards, VISITORS) };
      await striking;
      phases.push(phase);
      tell(phase);
    };
    const atNode1 = await Staff.signIn(topology.node(1), shop);
    const atBalancer = await Staff.signIn(balancer, shop);
    await play("called at node 1, shown on nodes 1, 2 and 3", atNode1);
    if (redis === null)
      await play("the NOTIFY listeners cut off", atNode1, () => postgres.cutListeners(nodes.length));
    else {
      await play("Redis killed", atNode1, () => redis.kill());
      await play("Redis back", atNode1, () => redis.start());
    }
    await play("called through the balancer, node 1 killed", atBalancer, () => topology.node(1).kill());
    await play("without node 1", atBalancer);
    await topology.node(1).start();
    await play("called at node 1 again", atNode1);
    const moved = placed.every(({ node, board }) => (node === 1) === board.connections > 1);
    const unmoved = moved ? [] : ["not the boards of node 1, and those alone, had to connect anew"];
    return { phases, violations: [...violationsOf(phases, boards), ...unmoved] };
  } finally {
    for (const board of boards) board[Symbol.dispose]();
  }
}

/** Every call on every board, and once. */
function violationsOf(
  phases: readonly Phase[],
  boards: readonly Parameters<typeof callsOf>[0][],
): readonly string[] {
  return phases.flatMap(({ name, served }) =>
    served.flatMap(({ ticketId }) =>
      boards.flatMap((board, index) => {
        const times = callsOf(board, ticketId).length;
        return times === 1
          ? []
          : [`${name}: board ${String(index + 1)} was told of a call ${String(times)} times`];
      }),
    ),
  );
}
