import { join } from "node:path";
import { createApp, createLog, loadConfig } from "@callnext/server";
import { announce } from "./announce.ts";
import { fail } from "./fail.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const log = createLog();
const read = loadConfig((line) => log.warn(line));
if (!read.ok) fail(read.message);
const webDirectory = join(import.meta.dirname, "../../web/dist");
const app = await createApp(read.config, { log, webDirectory }).catch(fail);
announce(app, read.config);
stopOnSignal(app, log);
