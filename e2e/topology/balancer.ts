import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "../../tools/lib/debian-program.ts";
import { repoRoot } from "../../tools/lib/repo-root.ts";
import { freePort } from "../support/free-port.ts";
import { LocalProgram } from "./local-program.ts";

export interface Balancer extends AsyncDisposable {
  /** Under which people reach the nodes. */
  readonly origin: string;
}

/** nginx in front of the nodes, without TLS; what it does with a request is the file that we ship. */
export async function startBalancer(nginx: Program, nodes: readonly number[]): Promise<Balancer> {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "callnext-balancer-"));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  // Started by root, its workers are somebody else.
  await chmod(folder, 0o755);
  const port = await freePort();
  const config = join(folder, "nginx.conf");
  await writeFile(config, configText(folder, port, nodes));
  const args = ["-p", folder, "-c", config, "-e", "stderr"];
  stack.use(await LocalProgram.start(nginx, args, port));
  const running = stack.move();
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

function configText(folder: string, port: number, nodes: readonly number[]): string {
  const servers = nodes.map((node) => `    server 127.0.0.1:${String(node)} max_fails=1 fail_timeout=5s;`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `  ${kind}_temp_path ${join(folder, kind)};`,
  );
  return `daemon off;
worker_processes 1;
pid ${join(folder, "nginx.pid")};
error_log stderr error;
events {
  worker_connections 1024;
}
http {
  access_log off;
${temporary.join("\n")}
  map $http_upgrade $callnext_connection {
    default upgrade;
    '' '';
  }
  upstream callnext {
${servers.join("\n")}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${String(port)};
    location / {
      include ${join(repoRoot, "deploy", "nginx", "callnext-proxy.conf")};
    }
  }
}
`;
}
