import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Requests under way get this long, which is less than a stop may take in all. */
const FINISH_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;

/**
 * Gives the way to end the server: requests under way are answered, all other connections end. Node alone would wait for
 * those that a browser opens in advance and has not used yet, and for those whose answer was on its way when it looked.
 */
export function httpCloser(server: Server, close: () => Promise<void>): () => Promise<void> {
  const connections = new Set<Socket>();
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  const endIdle = (): void => {
    server.closeIdleConnections();
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  };
  return async () => {
    const look = setInterval(endIdle, LOOK_EVERY_MS);
    const cut = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
    try {
      await close();
    } finally {
      clearInterval(look);
      clearTimeout(cut);
    }
  };
}
