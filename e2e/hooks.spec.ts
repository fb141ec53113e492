import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page, WebSocket } from "@playwright/test";
import { Api, type DemoShop, demoClinic } from "./support/api.ts";
import { TestServer } from "./support/server.ts";
import { StaticSite } from "./support/static-site.ts";
import { expect, test } from "./support/test.ts";

const example = fileURLToPath(new URL("../examples/vite-react", import.meta.url));
const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));

let built = "";
let site: StaticSite;
let server: TestServer;
let clinic: DemoShop;

// The example is another program on another origin: that origin must be allowed.
test.beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "callnext-example-"));
  await promisify(execFile)(process.execPath, [vite, "build", "--outDir", built, "--emptyOutDir"], {
    cwd: example,
    timeout: 60_000,
  });
  site = await StaticSite.serve(built);
  server = await TestServer.start({ CALLNEXT_ALLOWED_ORIGINS: site.origin });
  clinic = await demoClinic(server);
});
test.afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  await rm(built, { recursive: true });
});

interface Watched {
  readonly lines: string[];
  /** Sockets of the display document that are open or opening. */
  readonly sockets: Set<WebSocket>;
  all: number;
}

async function open(page: Page, more: Readonly<Record<string, string>> = {}): Promise<Watched> {
  const watched: Watched = { lines: [], sockets: new Set(), all: 0 };
  page.on("console", (message) => watched.lines.push(message.text()));
  page.on("websocket", (socket) => {
    watched.all += 1;
    watched.sockets.add(socket);
    socket.on("close", () => watched.sockets.delete(socket));
  });
  const display = clinic.displays[0]?.id ?? "";
  await page.goto(
    `${site.origin}/?${new URLSearchParams({ server: server.origin, tenant: clinic.tenant, display, ...more }).toString()}`,
  );
  return watched;
}

const documented = (page: Page) => page.getByTestId("documented");

test("useWebSocket logs what the documents name, hears a call, sends, and useDisplay shows the same call", async ({
  page,
}) => {
  const { lines } = await open(page);
  await expect(documented(page)).toContainText("Connecté");
  await expect(page.getByTestId("native")).toHaveAttribute("data-connection", "live");
  const display = clinic.displays[0]?.id ?? "";
  for (const line of [
    `[WebSocket] Connecting to: ${server.origin.replace("http", "ws")}/ws/tenants/${clinic.tenant}/displays/${display}/`,
    "[WebSocket] Connected",
    "WebSocket connection established",
    "[Display] WebSocket connected",
  ]) {
    await expect.poll(() => lines).toContain(line);
  }
  const agent = await Api.signIn(server, clinic.logins.find(({ role }) => role === "agent")?.email ?? "");
  const queue = `/tenants/${clinic.tenant}/queues/${clinic.queues[0]?.id ?? ""}`;
  const { ticket } = await agent.post<{ ticket: { number: string } }>(`${queue}/tickets`, {
    full_name: "Aminata",
  });
  await agent.post(`${queue}/call-next`, { counter: "3" });
  await expect(page.getByTestId("documented-number")).toHaveText(ticket.number);
  await expect(page.getByTestId("native-number")).toHaveText(ticket.number);
  await page.getByRole("button", { name: "Ping" }).click();
  await expect(page.getByTestId("documented-number")).toHaveText("pong");
});

test("a component that goes closes its socket, and one that comes back opens one", async ({ page }) => {
  const { sockets } = await open(page);
  await expect(documented(page)).toContainText("Connecté");
  await expect.poll(() => sockets.size).toBe(2);
  await page.getByRole("button", { name: "Hide" }).click();
  // The native socket lingers a little for the next component.
  await expect.poll(() => sockets.size, { timeout: 10_000 }).toBe(0);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(documented(page)).toContainText("Connecté");
  await expect.poll(() => sockets.size).toBe(2);
});

test("server restarted: Déconnecté, then Connecté again within 3 s; attempts used up: it says so, and reconnect() goes on", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const watched = await open(page, { interval: "300", attempts: "4" });
  await expect(documented(page)).toContainText("Connecté");
  await server.kill();
  await expect(documented(page)).toContainText("Déconnecté");
  await expect(documented(page)).toHaveAttribute("data-state", "failed", { timeout: 20_000 });
  const tried = watched.lines.filter(
    (line) => line.startsWith("[WebSocket] Connecting to:") && line.includes("/displays/"),
  ).length;
  await server.start();
  await page.getByRole("button", { name: "Reconnect" }).click();
  await expect(documented(page)).toContainText("Connecté");
  expect(tried).toBe(1 + 4);

  const patient = await page.context().newPage();
  await open(patient);
  await expect(documented(patient)).toContainText("Connecté");
  await server.kill();
  await expect(documented(patient)).toContainText("Déconnecté");
  await server.start();
  await expect(documented(patient)).toContainText("Connecté");
});
