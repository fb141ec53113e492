import type { PlantedBug } from "./bug.ts";

const STREAM = "packages/server/src/stream";
const WS = "packages/server/src/ws";

/** In the stream and the sockets of the server. */
export const SERVER_BUGS: readonly PlantedBug[] = [
  {
    name: "ring-forgets-all-but-the-last-step",
    edits: [
      {
        file: `${STREAM}/delta-ring.ts`,
        find: "delta: mergeDeltas(merged.delta, step.delta),",
        replace: "delta: step.delta,",
      },
    ],
    breaks: "P6",
    shows: "network",
  },
  {
    name: "heartbeat-tells-an-old-seq",
    edits: [
      {
        file: `${WS}/native/native-session.ts`,
        find: "seqs[name] = { ...head, age_ms",
        replace: "seqs[name] = { ...head, seq: head.seq - 1, age_ms",
      },
    ],
    breaks: "P8",
  },
  {
    name: "delta-begins-one-too-late",
    edits: [
      {
        file: `${STREAM}/view-topic.ts`,
        find: "const step = { from: before.seq, to: now.seq, delta };",
        replace: "const step = { from: now.seq - 1, to: now.seq, delta };",
      },
    ],
    breaks: "P8",
  },
  {
    name: "foreign-epoch-gets-a-delta",
    edits: [
      {
        file: `${STREAM}/view-topic.ts`,
        find: "if (have?.epoch !== now.epoch || have.seq > now.seq)",
        replace: "if (have === undefined || have.seq > now.seq)",
      },
    ],
    breaks: "P8",
    shows: "backup",
    from: 178,
  },
  {
    name: "all-topics-of-a-shop-share-one-view",
    edits: [
      {
        file: `${STREAM}/topics.ts`,
        find: "topics.lease(`${sight} ${name}`,",
        replace: "topics.lease(`${sight} ${String(shopId)}`,",
      },
    ],
    breaks: "P8",
  },
  {
    name: "node-vouches-for-what-it-cannot-know",
    edits: [
      {
        file: `${STREAM}/shop-source.ts`,
        find: "return feed.verifiedMsAgo;",
        replace: "return 0;",
      },
    ],
    breaks: "P9",
    shows: "outages",
  },
  {
    name: "nobody-is-ever-busy",
    edits: [
      {
        file: `${WS}/outlet.ts`,
        find: "return this.#busySince !== null;",
        replace: "return false;",
      },
    ],
    breaks: "P11",
    shows: "crowd",
    from: 1303,
  },
  {
    name: "slow-board-skips-what-waited",
    edits: [
      {
        file: `${WS}/seeds/board-socket.ts`,
        find: "if (this.#outlet.isBusy) return;\n      for (const frame",
        replace: "if (this.#outlet.isBusy) break;\n      for (const frame",
      },
    ],
    breaks: "P10",
    shows: "crowd",
    from: 170,
  },
  {
    name: "socket-leaves-its-topics-open",
    edits: [
      {
        file: `${WS}/native/native-session.ts`,
        find: "outlet.onClose(() => this.#end());",
        replace: "",
      },
    ],
    breaks: "P16",
  },
  {
    name: "half-open-sockets-are-kept",
    edits: [
      {
        file: `${WS}/outlet.ts`,
        find: "const PING_EVERY_MS = 15_000;",
        replace: "const PING_EVERY_MS = 15_000_000;",
      },
    ],
    breaks: "P16",
    shows: "network",
  },
  {
    name: "replay-begins-one-too-early",
    edits: [
      {
        file: `${WS}/seeds/board-log.ts`,
        find: "findLastIndex((message) => message.seq <= seq) + 1;",
        replace: "findLastIndex((message) => message.seq < seq) + 1;",
      },
    ],
    breaks: "P10",
  },
  {
    name: "replay-begins-one-too-late",
    edits: [
      {
        file: `${WS}/seeds/board-log.ts`,
        find: "findLastIndex((message) => message.seq <= seq) + 1;",
        replace: "findLastIndex((message) => message.seq <= seq + 1) + 1;",
      },
    ],
    breaks: "P10",
  },
  {
    name: "lagging-node-takes-a-board-for-a-stranger",
    edits: [
      {
        file: `${WS}/seeds/seed-sockets.ts`,
        find: 'if (resume.kind === "since" && resume.seq > seq) await runtime.freshSnapshot(shop.id);',
        replace: "",
      },
    ],
    breaks: "P10",
    shows: "nodes",
    from: 265,
  },
];
