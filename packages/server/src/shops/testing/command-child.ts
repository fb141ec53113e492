import { pino } from "pino";
import { createInProcessBus } from "../../bus/in-process-bus.ts";
import { startEmbedded } from "../../storage/embedded/start-embedded.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { createShopRuntime } from "../create-shop-runtime.ts";
import { issue, submit } from "./test-shop.ts";

// A node that issues tickets until it is killed, and tells of each before and after.
// First it sends again the keys whose answer its predecessor did not live to tell.
const [dataDir = "", shopId = "", queueId = "", round = "", ...unanswered] = process.argv.slice(2);
const log = pino({ level: "silent" });
const { connectionString, adopted } = await startEmbedded({ dataDir, log });
const { pool, db } = await openDatabase({ connectionString, log });
const runtime = createShopRuntime({ pool, db, log, bus: createInProcessBus(log) });
const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function send(key: string): Promise<void> {
  tell({ sent: key });
  const idempotency = { key, actor: "public", route: "signup", bodyHash: "same" };
  const outcome = await submit(runtime, { shopId: Number(shopId), command: issue(queueId), idempotency });
  if (outcome.ok)
    tell({ answered: key, number: outcome.answer.ticket?.number, id: outcome.answer.ticket?.id });
}

async function keepSending(caller: number): Promise<void> {
  for (let n = 0; ; n += 1) await send(`${round}-${caller}-${n}`);
}

tell({ adopted });
for (const key of unanswered) await send(key);
await Promise.all(Array.from({ length: 8 }, (_, caller) => keepSending(caller)));
