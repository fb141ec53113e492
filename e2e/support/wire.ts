import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "./free-port.ts";
import type { TestServer } from "./server.ts";

/** The network between a screen and the server, which can be cut like a pulled cable: nothing comes through, nobody is told. */
export class Wire implements AsyncDisposable {
  readonly origin: string;
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #isCut = false;

  private constructor(port: number, server: Server) {
    this.origin = `http://localhost:${String(port)}`;
    this.#server = server;
  }

  static async to(target: TestServer): Promise<Wire> {
    const port = await freePort();
    const server = createServer();
    const wire = new Wire(port, server);
    server.on("connection", (near) => wire.#join(near, connect(target.port, "localhost")));
    server.listen(port);
    await once(server, "listening");
    return wire;
  }

  cut(): void {
    this.#isCut = true;
    for (const end of this.#ends) end.pause();
  }

  /** What was under way goes on, as after TCP's next try. */
  mend(): void {
    this.#isCut = false;
    for (const end of this.#ends) end.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const end of this.#ends) end.destroy();
    await closed;
  }

  #join(near: Socket, far: Socket): void {
    this.#carry(near, far);
    this.#carry(far, near);
  }

  #carry(from: Socket, to: Socket): void {
    this.#ends.add(from);
    from.on("data", (chunk) => to.write(chunk));
    from.on("end", () => to.end());
    // A reset on one side ends the other; there is nobody else to tell.
    from.on("error", () => to.destroy());
    from.on("close", () => {
      this.#ends.delete(from);
      to.destroy();
    });
    if (this.#isCut) from.pause();
  }
}
