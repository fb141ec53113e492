import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { AttachedSockets, SocketDependencies } from "./socket-dependencies.ts";
import { SocketHub } from "./socket-hub.ts";

/** Serves every socket path of the HTTP server given. The only listener of its "upgrade" event. */
export function attachSockets(dependencies: SocketDependencies): AttachedSockets {
  const hub = new SocketHub(dependencies);
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void =>
    hub.upgrade(request, stream, head);
  dependencies.server.on("upgrade", onUpgrade);
  return {
    end: (what) => hub.registry.end(what),
    stats: () => hub.stats(),
    async close() {
      await hub.close();
      dependencies.server.off("upgrade", onUpgrade);
    },
  };
}
