import { pushed } from "./pushed.ts";
import { shellOf } from "./shell-of.ts";

/** The part of a worker's scope that is used here: TypeScript's own worker types clash with those of a page. */
interface WorkerEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Window {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface WorkerEvents {
  readonly install: WorkerEvent;
  readonly activate: WorkerEvent;
  readonly fetch: FetchEvent;
  readonly message: WorkerEvent & { readonly data: unknown };
  readonly push: WorkerEvent & { readonly data: { text(): string } | null };
  readonly notificationclick: WorkerEvent & {
    readonly notification: { readonly data: unknown; close(): void };
  };
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { readonly type: "window" }): Promise<readonly Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof WorkerEvents>(type: K, listener: (event: WorkerEvents[K]) => void): void;
}
declare const self: WorkerScope;

const CACHE = "callnext-pages-1";
/** Files of old releases go when there are more than this. */
const MOST = 60;
const PAGE_WITHIN_MS = 4_000;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keepAll(urlsIn(event.data))));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  const shell = event.request.mode === "navigate" ? shellOf(url.pathname) : null;
  if (shell !== null) event.respondWith(page(event.request, shell));
  else if (url.pathname.indexOf("/assets/") === 0) event.respondWith(asset(event.request));
});
self.addEventListener("push", (event) => event.waitUntil(show(event.data === null ? "" : event.data.text())));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});

async function show(text: string): Promise<void> {
  const { title, text: body, url, tag } = pushed(text, self.location.origin);
  await self.registration.showNotification(title, { body, tag, data: url });
}

/** The page where it is open already, or else a new one. */
async function open(url: string): Promise<void> {
  const { pathname } = new URL(url);
  const windows = await self.clients.matchAll({ type: "window" });
  const there = windows.find((each) => new URL(each.url).pathname === pathname);
  await (there === undefined ? self.clients.openWindow(url) : there.focus());
}

/** The network's page where it comes in time, the kept one otherwise. Data never passes here. */
async function page(request: Request, shell: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const fetched = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(shell, answer.clone());
    return answer;
  });
  const inTime = await Promise.race([fetched.catch(() => null), after(PAGE_WITHIN_MS)]);
  if (inTime?.ok) return inTime;
  return (await cache.match(shell)) ?? inTime ?? fetched;
}

/** Names of assets carry their hash: what is kept is right. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    await prune(cache);
  }
  return answer;
}

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const url of urls) {
    const { origin, pathname } = new URL(url);
    if (origin !== self.location.origin) continue;
    const key = shellOf(pathname) ?? pathname;
    if ((await cache.match(key)) !== undefined) continue;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) await cache.put(key, answer);
  }
}

async function prune(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(key);
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });
}

function urlsIn(data: unknown): readonly string[] {
  if (typeof data !== "object" || data === null || !("urls" in data) || !Array.isArray(data.urls)) return [];
  return data.urls.filter((url): url is string => typeof url === "string").slice(0, MOST);
}
