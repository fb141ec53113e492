import { BoardClient } from "../faults/actors/board-client.ts";
import { eventually } from "../support/eventually.ts";
import type { TestServer } from "../support/server.ts";

/** A balancer may send several to one node before each has its own. */
const MOST_TRIES = 20;

export interface PlacedBoard {
  /** On which node it is connected at first, from 1. */
  readonly node: number;
  readonly board: BoardClient;
}

/** Boards that connect through the balancer until each node has one of them; those too many are closed again. */
export async function boardOnEachNode(
  nodes: readonly TestServer[],
  address: string,
): Promise<readonly PlacedBoard[]> {
  const opened: PlacedBoard[] = [];
  const firstOf = (node: number): PlacedBoard | undefined => opened.find((board) => board.node === node);
  const everyNodeHasOne = (): boolean => nodes.every((_, index) => firstOf(index + 1) !== undefined);
  try {
    while (!everyNodeHasOne() && opened.length < MOST_TRIES) {
      const before = await Promise.all(nodes.map(openSockets));
      const board = new BoardClient(address);
      const node = await eventually({ withinMs: 5_000, what: "a board's connection" }, async () => {
        const now = await Promise.all(nodes.map(openSockets));
        const index = now.findIndex((sockets, at) => sockets > (before[at] ?? 0));
        return index === -1 ? undefined : index + 1;
      });
      opened.push({ node, board });
    }
    if (!everyNodeHasOne()) throw new Error("The balancer sent no board to one of the nodes");
    return nodes.flatMap((_, index) => firstOf(index + 1) ?? []);
  } finally {
    const kept = everyNodeHasOne() ? new Set(nodes.map((_, index) => firstOf(index + 1))) : new Set();
    for (const each of opened) if (!kept.has(each)) each.board[Symbol.dispose]();
  }
}

/** As the node itself counts them. */
async function openSockets({ origin }: TestServer): Promise<number> {
  const answer = await fetch(`${origin}/metrics`, { signal: AbortSignal.timeout(5_000) });
  const line = /^callnext_sockets (\d+)$/m.exec(await answer.text());
  if (line === null) throw new Error(`${origin}/metrics does not count sockets`);
  return Number(line[1]);
}
