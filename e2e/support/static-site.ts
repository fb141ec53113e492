import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { freePort } from "./free-port.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Somebody else's page, on an origin of its own. */
export class StaticSite implements AsyncDisposable {
  readonly origin: string;
  readonly #server: Server;

  private constructor(origin: string, server: Server) {
    this.origin = origin;
    this.#server = server;
  }

  static async serve(directory: string): Promise<StaticSite> {
    const port = await freePort();
    const server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? "/", "http://site.example").pathname);
      const file = join(directory, path === "/" ? "index.html" : path);
      readFile(file).then(
        (body) =>
          response
            .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
            .end(body),
        () => response.writeHead(404).end(),
      );
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return new StaticSite(`http://127.0.0.1:${String(port)}`, server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
