import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import type { Bus } from "./bus.ts";
import { createPostgresBus } from "./postgres-bus.ts";
import { createRedisBus } from "./redis-bus.ts";

/** The bus of this node: by Redis where one is named, else by the database, which every node has anyway. */
export function openBus(config: Config, database: OpenDatabase, metrics: Metrics, log: Logger): Bus {
  const { pool, appConnectionString } = database;
  const bus =
    config.redisUrl === null
      ? createPostgresBus({ pool, connectionString: appConnectionString, log })
      : createRedisBus({ url: config.redisUrl, log });
  metrics.gauge("callnext_bus_up", "1 while this node hears the hints of the others", () =>
    bus.up() ? 1 : 0,
  );
  return bus;
}
