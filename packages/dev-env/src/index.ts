export { type DevEnv, type DevEnvOptions, startDevEnv } from "./start-dev-env.ts";
