import type { Logger } from "pino";
import type { Bus } from "../bus/bus.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import { createShopRuntime, type RunningShopRuntime } from "./create-shop-runtime.ts";

export interface RuntimeNeeds {
  readonly log: Logger;
  readonly now?: () => number;
}

/** The shops' runtime on this node, measured. */
export function openRuntime(
  { log, now }: RuntimeNeeds,
  { pool, db }: OpenDatabase,
  bus: Bus,
  metrics: Metrics,
): RunningShopRuntime {
  const runtime = createShopRuntime({ pool, db, bus, log, ...(now === undefined ? {} : { now }) });
  metrics.gauge("callnext_database_up", "1 while the database answers", () =>
    runtime.health().database === "up" ? 1 : 0,
  );
  metrics.gauge("callnext_database_connections", "Connections of this node", () => pool.totalCount);
  metrics.gauge("callnext_database_waiting", "Queries that wait for a connection", () => pool.waitingCount);
  metrics.gauge(
    "callnext_time_behind_seconds",
    "How long the shop due longest waits to be told what time brought: appointments due or missed, holds run out",
    () => runtime.timeBehindMs() / 1_000,
  );
  return runtime;
}
