/**
 * `npm run topology -- [--stay] [--without-redis]`: three nodes behind nginx on one PostgreSQL and Redis, on this machine, from programs
 * that are installed or unpacked from Debian's packages. Boards on all nodes follow calls while parts are killed.
 * Ends with 1 where a board missed a call or was told twice. `--without-redis` has the hints carried
 * by PostgreSQL; `--stay` leaves it all up for you, until Ctrl-C.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { debianProgram, type Program } from "../../tools/lib/debian-program.ts";
import { percentile } from "../faults/percentile.ts";
import { DEMO_PASSWORD } from "../support/server.ts";
import { demonstrate, type Phase } from "./demonstrate.ts";
import { Topology } from "./topology.ts";

/** As shells say it of Ctrl-C. */
const STOPPED = 130;
const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({ options: { stay: flag, "without-redis": flag } });

const nginx = debianProgram({ name: "nginx", packages: ["nginx"] });
if (nginx === undefined) {
  console.error(
    "nginx is needed as the balancer: it is not installed, and Debian's package of it cannot be had here. Install it and try again.",
  );
  process.exit(1);
}
const redis = values["without-redis"]
  ? undefined
  : debianProgram({ name: "redis-server", packages: ["redis-server", "redis-tools"] });
if (redis === undefined && !values["without-redis"])
  console.log("redis-server is not installed and cannot be had here: the nodes' hints go by PostgreSQL.");

// From the beginning: who is stopped while things start ends them all the same.
const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]).then(() => STOPPED);
process.exit(await run(nginx, redis));

async function run(balancer: Program, hints: Program | undefined): Promise<number> {
  await using topology = await Topology.start({ nginx: balancer, redis: hints });
  console.log(`\n${topology.balancer.origin}  the balancer`);
  for (const [index, { origin, pid }] of topology.nodes.entries())
    console.log(`${origin}  node ${String(index + 1)}, process ${String(pid)}`);
  if (!values.stay) return await Promise.race([stopped, show(topology)]);
  console.log(`\nEverything is up; the demo's password is "${DEMO_PASSWORD}". Ctrl-C ends it.`);
  await stopped;
  return 0;
}

async function show(topology: Topology): Promise<number> {
  console.log("\nFrom the click to the last of three boards, in ms: half of the calls, and the slowest");
  const { phases, violations } = await demonstrate(topology, print);
  for (const violation of violations) console.error(violation);
  const calls = phases.reduce((sum, { served }) => sum + served.length, 0);
  console.log(`\n${String(calls)} calls on 3 boards, ${String(violations.length)} violations`);
  return violations.length === 0 ? 0 : 1;
}

function print({ name, served }: Phase): void {
  const times = served.map(({ shownAfterMs }) => shownAfterMs);
  const half = String(percentile(times, 0.5)).padStart(6);
  console.log(`${name.padEnd(48)}${half}${String(Math.max(...times)).padStart(8)}`);
}
