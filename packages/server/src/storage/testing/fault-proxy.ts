import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export interface FaultProxy extends AsyncDisposable {
  readonly connectionString: string;
  /** Once: cuts the connection whose server just said this, before the client hears of it. */
  cutAnswer(text: string): void;
  /** Once: cuts the connection whose client just said this, before the server hears of it. */
  cutQuestion(text: string): void;
  readonly cuts: () => number;
  /** A black hole: nothing passes either way and nobody is told, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** Stands between a client and PostgreSQL's socket; cuts connections at a chosen word, or holds everything up. */
export async function openFaultProxy(target: string, listenOn = 0): Promise<FaultProxy> {
  const url = new URL(target.replace("@/", "@base/"));
  const socketFile = `${url.searchParams.get("host")}/.s.PGSQL.5432`;
  const open = new Set<Socket>();
  let fault: { readonly from: "client" | "server"; readonly text: string } | undefined;
  let cuts = 0;
  let isFrozen = false;

  const server = createServer((client) => {
    const backend = connect(socketFile);
    const pass = (from: "client" | "server", source: Socket, sink: Socket): void => {
      open.add(source);
      if (isFrozen) source.pause();
      source.on("error", () => sink.destroy());
      source.on("close", () => {
        open.delete(source);
        sink.destroy();
      });
      source.on("data", (data: Buffer) => {
        if (fault?.from === from && data.includes(fault.text)) {
          fault = undefined;
          cuts += 1;
          client.destroy();
          backend.destroy();
        } else if (!sink.destroyed) sink.write(data);
      });
    };
    pass("client", client, backend);
    pass("server", backend, client);
  });
  server.listen(listenOn, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: `postgresql://${url.username}@127.0.0.1:${port}${url.pathname}`,
    cutAnswer: (text) => (fault = { from: "server", text }),
    cutQuestion: (text) => (fault = { from: "client", text }),
    cuts: () => cuts,
    freeze() {
      isFrozen = true;
      for (const socket of open) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const socket of open) socket.resume();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
