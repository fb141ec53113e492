import { networkInterfaces } from "node:os";
import type { Config, RunningApp } from "@callnext/server";

/** Tells whoever started the server where it is and how to get in. */
export function announce(app: RunningApp, config: Config): void {
  const local = `http://localhost:${app.port}`;
  const origin = config.publicUrl ?? (config.host === null ? local : app.address);
  const lines = ["", `Callnext runs at ${origin}`];
  if (config.publicUrl === null && config.host === null)
    lines.push(...networkAddresses().map((address) => `  from other devices: http://${address}:${app.port}`));
  lines.push(`  API: ${origin}/api/`);
  if (app.demoPassword !== null)
    lines.push(
      "  demo sign-in: admin@clinique-madeleine.example or owner@salon-teranga.example",
      `  demo password: ${app.demoPassword}`,
    );
  if (app.setupPath !== null) lines.push(`  first administrator: ${origin}${app.setupPath}`);
  console.log(`${lines.join("\n")}\n`);
}

function networkAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
}
