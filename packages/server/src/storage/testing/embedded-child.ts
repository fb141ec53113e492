import { pino } from "pino";
import { UnusableDatabase } from "../unusable-database.ts";
import { startEmbedded } from "../embedded/start-embedded.ts";

// A server process reduced to its database: says how it started, and stops when its input ends.
try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? "", log: pino({ level: "silent" }) });
  const { connectionString, adopted, placement } = embedded;
  process.stdout.write(
    `${JSON.stringify({ connectionString, adopted, placement, uid: process.getuid?.() })}\n`,
  );
  process.stdin.resume().on("end", () => void embedded.stop());
} catch (error) {
  if (!(error instanceof UnusableDatabase)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.message })}\n`);
}
