export { type AppDependencies, createApp, type RunningApp } from "./app.ts";
export type { Config } from "./config/config.ts";
export { loadConfig } from "./config/load-config.ts";
export { createLog } from "./log/create-log.ts";
