import type { PlantedBug } from "./bug.ts";

const CLIENT = "packages/client/src";

/** In the SDK, on the screens and at the desks. */
export const CLIENT_BUGS: readonly PlantedBug[] = [
  {
    // The server sends no such delta unless it loses one now and then.
    name: "delta-applied-to-whatever-is-held",
    edits: [
      {
        file: `${CLIENT}/topics/take-frame.ts`,
        find: "if (frame.from === held.seq) {",
        replace: "if (frame.to > held.seq) {",
      },
      {
        file: "packages/server/src/ws/native/subscription.ts",
        find: "else if (frame.from === null || same(frame.from, this.#holds)) this.#deliver(frame);",
        replace: "else if (frame.to.seq % 7 > 0) this.#deliver(frame);",
      },
    ],
    breaks: "P6",
  },
  {
    name: "older-snapshot-taken",
    edits: [
      {
        file: `${CLIENT}/topics/take-frame.ts`,
        find: 'if (sameEpoch && frame.to < held.seq) return { kind: "ignored" };',
        replace: "",
      },
    ],
    breaks: "P6",
    shows: "nodes",
  },
  {
    name: "epoch-not-compared",
    edits: [
      {
        file: `${CLIENT}/topics/take-frame.ts`,
        find: "const sameEpoch = held.view !== null && frame.epoch === held.epoch;",
        replace: "const sameEpoch = held.view !== null;",
      },
    ],
    breaks: "P8",
    shows: "backup",
  },
  {
    // The next heartbeat would show the gap as well.
    name: "gap-never-asked-about",
    edits: [
      {
        file: `${CLIENT}/topics/topic.ts`,
        find: "if (!this.asked) this.askNow();\n      return;",
        replace: "return;",
      },
      {
        file: `${CLIENT}/topics/topic.ts`,
        find: 'if (compareBeat(this.held, newest) === "behind") this.askNow();',
        replace: "",
      },
    ],
    breaks: "P8",
    shows: "nodes",
  },
  {
    name: "deaf-after-an-older-answer",
    edits: [
      {
        file: `${CLIENT}/topics/topic.ts`,
        find: "if (!asOf) this.answered();",
        replace: "",
      },
    ],
    breaks: "P8",
    shows: "nodes",
    from: 1522,
  },
  {
    name: "poll-takes-back-the-next-try",
    edits: [
      {
        file: `${CLIENT}/topics/topic.ts`,
        find: "if (!asOf) {\n      // HTTP",
        replace: "{\n      // HTTP",
      },
    ],
    breaks: "P8",
    shows: "everything",
  },
  {
    name: "any-heartbeat-proves-everything",
    edits: [
      {
        file: `${CLIENT}/topics/topic.ts`,
        find: "if (!newest) {",
        replace: "if (!newest) {\n      this.sinceBeat.restart();\n      this.prove(this.sinceBeat);",
      },
    ],
    breaks: "P9",
    shows: "outages",
  },
  {
    name: "stale-timer-not-started-again",
    edits: [
      {
        file: `${CLIENT}/topics/topic.ts`,
        find: "if (this.active && !this.staleTimer.running) this.checkFreshness();",
        replace: "",
      },
    ],
    breaks: "P9",
    shows: "outages",
  },
  {
    // A poll that succeeds would try the socket again.
    name: "gives-up-after-three-attempts",
    edits: [
      {
        file: `${CLIENT}/connection/connection.ts`,
        find: 'if (this.state.get().kind === "waiting") this.timer',
        replace: 'if (this.state.get().kind === "waiting" && this.failures < 3) this.timer',
      },
      {
        file: `${CLIENT}/create-callnext.ts`,
        find: "onAnswer: () => connection.wake(),",
        replace: "onAnswer: () => undefined,",
      },
    ],
    breaks: "P8",
    shows: "nodes",
  },
  {
    name: "silence-goes-unnoticed",
    edits: [
      {
        file: `${CLIENT}/connection/limits.ts`,
        find: "SILENCE_MS = 9_000;",
        replace: "SILENCE_MS = 900_000;",
      },
    ],
    breaks: "P8",
    shows: "network",
  },
  {
    name: "new-key-for-each-try",
    edits: [
      {
        file: `${CLIENT}/http/http-client.ts`,
        find: "this.attempt(method, path, body, options, key, left());",
        replace:
          "this.attempt(method, path, body, options, key && randomKey(() => this.environment.random()), left());",
      },
    ],
    breaks: "P2",
  },
  {
    name: "stored-command-sent-without-its-key",
    edits: [
      {
        file: `${CLIENT}/commands/command-queue.ts`,
        find: "{ idempotencyKey: first.id }",
        replace: "{}",
      },
    ],
    breaks: "P2",
  },
  {
    name: "trouble-taken-for-success",
    edits: [
      {
        file: `${CLIENT}/http/read-answer.ts`,
        find: "if (response.ok && ok) return body;",
        replace: "if (ok && (response.ok || status === 503)) return body;",
      },
    ],
    breaks: "P1",
    shows: "database",
  },
  {
    name: "closed-client-goes-on-listening",
    edits: [
      {
        file: `${CLIENT}/create-callnext.ts`,
        find: "for (const stop of stops) stop();",
        replace: "",
      },
    ],
    breaks: "P16",
  },
];
