import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { BrowserContext, Page } from "@playwright/test";
import { freePort } from "./free-port.ts";

/** An empty page of somebody else, in the victim's own browser. */
export class ForeignPage implements AsyncDisposable {
  readonly origin: string;
  readonly #server: Server;

  private constructor(origin: string, server: Server) {
    this.origin = origin;
    this.#server = server;
  }

  /** `localhost` is the same site as the server, so its cookies come along; `127.0.0.1` is another site. */
  static async at(host: "localhost" | "127.0.0.1"): Promise<ForeignPage> {
    const port = await freePort();
    const server = createServer((_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8" })
        .end("<!doctype html><title>Somebody else's page</title>"),
    );
    server.listen(port, host);
    await once(server, "listening");
    return new ForeignPage(`http://${host}:${String(port)}`, server);
  }

  async open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(this.origin);
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
