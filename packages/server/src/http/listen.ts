import { errorCode } from "../storage/error-code.ts";
import type { Config } from "../config/config.ts";
import type { App } from "./core/app-types.ts";

/** The machine has no IPv6, or has it switched off. */
const NO_IPV6 = new Set(["EAFNOSUPPORT", "EADDRNOTAVAIL"]);

/** Listens where the config says, without that on every interface, so that phones reach it. */
export async function listen(
  app: App,
  config: Config,
): Promise<{ readonly address: string; readonly port: number }> {
  const { port } = config;
  if (config.host === null) {
    await app.listen({ port, host: "::" }).catch(async (error: unknown) => {
      if (!NO_IPV6.has(errorCode(error) ?? "")) throw error;
      await app.listen({ port, host: "0.0.0.0" });
    });
  } else {
    await app.listen({ port, host: config.host });
  }
  const bound = app.server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server listens on no port");
  return { address: `http://${reachable(config.host)}:${bound.port}`, port: bound.port };
}

/** By which name this machine itself reaches the interface. */
function reachable(host: string | null): string {
  if (host === null || host === "::" || host === "0.0.0.0") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
