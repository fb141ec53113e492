export { type AppDependencies, createApp, type RunningApp } from "./app.ts";
export type { Config } from "./config/config.ts";
export { loadEnvironment } from "./config/load-environment.ts";
export { readConfig } from "./config/read-config.ts";
export { createLog } from "./log/create-log.ts";
export { UnusableDatabase } from "./storage/unusable-database.ts";
