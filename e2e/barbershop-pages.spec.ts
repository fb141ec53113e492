import type { Page } from "@playwright/test";
import { demoSalon, type DemoShop } from "./support/api.ts";
import { Board } from "./support/board.ts";
import { ForeignPage } from "./support/foreign-page.ts";
import { DEMO_PASSWORD, TestServer } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// The first document's pages in a real browser, on an origin of their own: what the browser itself asks before it
// sends a request, and what it hides of an answer, no other client can show.

let site: ForeignPage;
let server: TestServer;
let salon: DemoShop;

test.beforeAll(async () => {
  site = await ForeignPage.at("127.0.0.1");
  server = await TestServer.start({ CALLNEXT_ALLOWED_ORIGINS: site.origin });
  salon = await demoSalon(server);
});
test.afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

interface Item {
  readonly id: number;
  readonly full_name: string;
  readonly status: string;
  readonly ticket_number: string;
}

interface Asked {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly credentials?: "include";
}

/** The page's own `fetch`, with the headers that the document's pages send. */
async function ask<T>(page: Page, path: string, asked: Asked = {}): Promise<{ status: number; data: T }> {
  return await page.evaluate(
    async ({ url, method, token, body, credentials }) => {
      const answer = await fetch(url, {
        method: method ?? "GET",
        mode: "cors",
        credentials: credentials ?? "same-origin",
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          Accept: "application/json",
          "Content-Type": "application/json",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, data: (await answer.json()) as T };
    },
    { url: `${server.origin}${path}`, ...asked },
  );
}

async function signIn(page: Page): Promise<string> {
  const body = { username: "owner@salon-teranga.example", password: DEMO_PASSWORD };
  const answer = await ask<{ access_token: string }>(page, "/auth/login", { method: "POST", body });
  expect(answer.status).toBe(200);
  return answer.data.access_token;
}

/** The queue page of another device: it connects as the document says, and lists what it is told. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(
    (url) => {
      const list = document.body.appendChild(document.createElement("ol"));
      let items: { full_name: string; status: string }[] = [];
      new WebSocket(url).addEventListener("message", (event) => {
        const message = JSON.parse(String(event.data)) as Record<string, never>;
        if (message["type"] === "queue_update") items = message["queue_items"] ?? items;
        if (message["type"] === "new_entry" && message["queue_item"])
          items = [...items, message["queue_item"]];
        list.replaceChildren(
          ...items.map(({ full_name, status }) => {
            const line = document.createElement("li");
            line.textContent = `${full_name} ${status}`;
            return line;
          }),
        );
        list.dataset["live"] = "yes";
      });
    },
    `${server.origin.replace("http", "ws")}/ws/queue/${salon.id}/`,
  );
  await expect(page.locator("ol")).toHaveAttribute("data-live", "yes");
}

test("the barbershop's pages: check in, drag, serve, seen by another page and by the board", async ({
  browser,
  context,
}) => {
  const owner = await site.open(context);
  const other = await site.open(await browser.newContext());
  await watch(other);
  const board = await Board.open(browser, server, Board.displayOf(salon));
  const token = await signIn(owner);

  for (const [index, full_name] of ["Ann Xu", "Ben Xu", "Cleo Xu"].entries()) {
    const body = { business_id: salon.id, full_name, phone_number: `510555010${index}`, number_of_people: 1 };
    expect((await ask(owner, "/queue/", { method: "POST", body })).status).toBe(200);
  }
  await expect(other.locator("li")).toHaveText([
    "Ann Xu CHECKED_IN",
    "Ben Xu CHECKED_IN",
    "Cleo Xu CHECKED_IN",
  ]);

  const shops = await ask<Item[]>(owner, "/shop-owners/shops", { token, credentials: "include" });
  expect(shops.data.map(({ id }) => id)).toEqual([salon.id]);
  const queue = `/shop-owners/shops/${salon.id}/queue/`;
  const { data: items } = await ask<Item[]>(owner, queue, { token });
  const cleo = items.find(({ full_name }) => full_name === "Cleo Xu");
  await ask(owner, queue, {
    method: "PUT",
    token,
    body: { reordered_entries: [{ queue_id: cleo?.id, new_position: 1 }], status: "CHECKED_IN" },
  });
  await expect(other.locator("li")).toHaveText([
    "Cleo Xu CHECKED_IN",
    "Ann Xu CHECKED_IN",
    "Ben Xu CHECKED_IN",
  ]);

  const served = await ask<Item>(owner, `${queue}${cleo?.id}`, {
    method: "PUT",
    token,
    body: { status: "IN_SERVICE" },
  });
  expect(served.data.status).toBe("IN_SERVICE");
  await board.expectLastCall(cleo?.ticket_number ?? "", "1");
  await expect(other.locator("li").first()).toHaveText("Cleo Xu IN_SERVICE");

  const left = await ask<{ message: string }>(
    owner,
    `/queue/leave?phone=5105550100&business_id=${salon.id}`,
    {
      method: "DELETE",
    },
  );
  expect(left.data.message).toBe("Successfully left the queue");
  await expect(other.locator("li")).toHaveText(["Cleo Xu IN_SERVICE", "Ben Xu CHECKED_IN"]);
});

test("security: a page of an origin that is not allowed reads nothing of it", async ({ context }) => {
  await using stranger = await ForeignPage.at("127.0.0.1");
  const page = await stranger.open(context);
  for (const path of ["/appointments/businesses", `/queue/${salon.id}`, "/shop-owners/dashboard"])
    await expect(ask(page, path, { credentials: "include" })).rejects.toThrow("Failed to fetch");
});
